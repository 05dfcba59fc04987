import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))
const TSX = import.meta.resolve('tsx')
const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- Something new.

## [0.1.0] - 2026-01-01

- The first version.
`

const run = promisify(execFile)
let directory: string

const git = async (...argv: readonly string[]) => (await run('git', argv, { cwd: directory })).stdout.trim()
const versionsIn = async (file: string) => {
  const { version, packages } = JSON.parse(await readFile(join(directory, file), 'utf8'))
  return packages === undefined ? [version] : [version, packages[''].version]
}

async function release(...argv: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const program = [join(CHECKOUT, 'bin/release.ts'), ...argv]
  return run(process.execPath, ['--import', TSX, ...program], { cwd: directory }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stderr }) => ({ code, output: stderr }),
  )
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-release-'))
  for (const file of ['package.json', 'package-lock.json']) await copyFile(join(CHECKOUT, file), join(directory, file))
  await writeFile(join(directory, 'CHANGELOG.md'), CHANGELOG)
  await git('init', '--quiet', '--initial-branch', 'main')
  for (const signing of ['commit.gpgsign', 'tag.gpgsign']) await git('config', signing, 'false')
  await git('config', 'user.name', 'A maintainer')
  await git('config', 'user.email', 'maintainer@pulso.example')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'Begin')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

test('a release sets the version, dates the changes, commits and tags', async () => {
  expect(await release('9.8.7')).toEqual({
    code: 0,
    output: expect.stringContaining('git push --atomic origin main v9.8.7'),
  })

  expect([await versionsIn('package.json'), await versionsIn('package-lock.json')]).toEqual([
    ['9.8.7'],
    ['9.8.7', '9.8.7'],
  ])
  const today = new Date().toISOString().slice(0, 10)
  expect(await readFile(join(directory, 'CHANGELOG.md'), 'utf8')).toBe(
    CHANGELOG.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [9.8.7] - ${today}\n`),
  )
  expect(await git('log', '-1', '--format=%s')).toBe('Release 9.8.7')
  expect(await git('rev-parse', 'v9.8.7^{commit}')).toBe(await git('rev-parse', 'HEAD'))
  expect(await git('status', '--porcelain')).toBe('')
  expect(await git('diff', '--name-only', 'HEAD~1')).toBe('CHANGELOG.md\npackage-lock.json\npackage.json')

  expect(await release('9.8.8')).toEqual({ code: 2, output: 'CHANGELOG.md names no change under Unreleased.\n' })
})

test.each([
  [[], 'Name the version as in `npm run release -- 1.2.3`'],
  [['v1.2'], 'Name the version as in `npm run release -- 1.2.3`'],
  [['0.0.9'], '0.0.9 is older than'],
])('%j is a wrong call, and changes nothing', async (argv, message) => {
  expect(await release(...argv)).toEqual({ code: 2, output: expect.stringContaining(message) })
  expect([await git('status', '--porcelain'), await git('tag')]).toEqual(['', ''])
})

test('a release needs a clean working tree, main, and a tag that is new', async () => {
  await git('tag', 'v9.8.7')
  expect((await release('9.8.7')).output).toBe('The tag v9.8.7 exists already.\n')
  await git('switch', '--quiet', '--create', 'feature')
  expect((await release('9.8.8')).output).toBe('Releases are made on main; this is feature.\n')
  await git('switch', '--quiet', 'main')
  await writeFile(join(directory, 'notes.txt'), 'not committed')
  expect((await release('9.8.8')).output).toContain('the working tree is not clean')
})
