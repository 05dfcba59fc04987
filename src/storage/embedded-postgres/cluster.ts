import { chown, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import { failureCode } from '../connection-failure.ts'
import { removeAbandoned, UNFINISHED } from './abandoned.ts'
import { type Binaries, majorOf, programOf } from './binaries.ts'
import type { DataDirectory } from './data-directory.ts'
import { giveTo, NOBODY, runAs, UNPRIVILEGED } from './server-user.ts'

/** The only role, a superuser; only users that can enter the socket's directory can connect. */
export const SUPERUSER = 'pulso'

/** The database that every new cluster has for its users; creating another one would take a third of a second. */
export const DATABASE = 'postgres'

const CLUSTER_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=trust',
  '--encoding=UTF8',
  // The same text order on every system, regardless of its locales.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
]

/**
 * Makes sure that a cluster exists and that these binaries can open it. A new cluster is made under another name and
 * renamed when it is complete. A crash, or a second process at the same time, therefore leaves nothing broken.
 */
export async function ensureCluster(directory: DataDirectory, binaries: Binaries): Promise<void> {
  await removeAbandoned(dirname(directory.cluster))
  const version = await versionOf(directory.cluster)
  if (version === null) return createCluster(directory, binaries)
  if (version === majorOf(binaries)) return
  throw new UsageError(
    `The data directory ${directory.path} belongs to PostgreSQL ${version}, but this version of Pulso contains PostgreSQL ${majorOf(binaries)}: set PULSO_DATA_DIR to another directory, or DATABASE_URL to a PostgreSQL ${version} with the data.`,
  )
}

async function versionOf(cluster: string): Promise<string | null> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (failureCode(error) !== 'ENOENT') throw error
    const isThere = await stat(cluster).catch(() => null)
    if (isThere === null) return null
    throw new UsageError(`${cluster} is not a database of Pulso (it has no PG_VERSION): move it elsewhere.`)
  }
}

async function createCluster({ cluster, user }: DataDirectory, binaries: Binaries): Promise<void> {
  const unfinished = await mkdtemp(cluster + UNFINISHED)
  try {
    const maker = user?.uid === UNPRIVILEGED.uid ? NOBODY : user
    if (maker !== null) await chown(unfinished, maker.uid, maker.gid)
    await runAs(maker, programOf(binaries, 'initdb'), [`--pgdata=${unfinished}`, ...CLUSTER_OPTIONS])
    if (user !== null && user !== maker) await giveTo(user, unfinished)
    await rename(unfinished, cluster)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process may have finished first; its cluster is equivalent.
    if ((await versionOf(cluster)) === null) throw error
  }
}
