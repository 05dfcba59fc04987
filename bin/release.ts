import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { UsageError } from '../src/problem/problem.ts'
import { scriptCommand } from '../src/process/script-command.ts'

/*
 * `npm run release -- X.Y.Z`, in a clean working tree on main: sets the version, dates the changelog's section, commits and tags.
 * Publishes nothing: the last line it prints does.
 */

const UNRELEASED = '## [Unreleased]'

const [newVersion] = scriptCommand('release', 'Sets the version, dates the changelog, commits and tags.')
  .argument('[version]', 'the new version, such as 1.2.3')
  .parse().args

try {
  release(newVersion, new Date())
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}

function release(version: string | undefined, now: Date): void {
  const { version: current } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new UsageError(`Name the version as in \`npm run release -- 1.2.3\`; package.json has ${current}.`)
  }
  if (compareVersions(version, current) < 0)
    throw new UsageError(`${version} is older than ${current}, which package.json has.`)
  const branch = git('branch', '--show-current')
  if (branch !== 'main')
    throw new UsageError(`Releases are made on main; this is ${branch === '' ? 'no branch' : branch}.`)
  if (git('status', '--porcelain') !== '')
    throw new UsageError('Commit or stash your changes first: the working tree is not clean.')
  const tag = `v${version}`
  if (git('tag', '--list', tag) !== '') throw new UsageError(`The tag ${tag} exists already.`)
  const changelog = datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, now)

  npm('version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts')
  writeFileSync('CHANGELOG.md', changelog)
  git('commit', '--all', '--quiet', '--message', `Release ${version}`)
  git('tag', '--annotate', tag, '--message', `Pulso ${version}`)
  console.log(`Committed and tagged as ${tag}. To publish it: git push --atomic origin main ${tag}`)
}

/** The changelog with everything that is unreleased under the version and its date. */
function datedChangelog(changelog: string, version: string, now: Date): string {
  const start = changelog.indexOf(`${UNRELEASED}\n`)
  if (start < 0) throw new UsageError(`CHANGELOG.md has no section "${UNRELEASED}".`)
  const [heading, rest] = [changelog.slice(0, start), changelog.slice(start + UNRELEASED.length)]
  const changes = rest.split(/^## /m, 1)[0] ?? ''
  if (changes.trim() === '') throw new UsageError('CHANGELOG.md names no change under Unreleased.')
  return `${heading}${UNRELEASED}\n\n## [${version}] - ${now.toISOString().slice(0, 10)}${rest}`
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map(version => version.split('.').map(Number))
  const differing = (a ?? []).map((number, place) => number - (b?.[place] ?? 0)).find(difference => difference !== 0)
  return differing ?? 0
}

function git(...argv: readonly string[]): string {
  return execFileSync('git', argv, { encoding: 'utf8' }).trim()
}

function npm(...argv: readonly string[]): void {
  execFileSync('npm', argv, { stdio: ['ignore', 'ignore', 'inherit'] })
}
