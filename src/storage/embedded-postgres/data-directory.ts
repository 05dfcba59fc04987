import { createHash } from 'node:crypto'
import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import { failureCode } from '../connection-failure.ts'
import { canEnter, chooseServerUser, type ServerUser } from './server-user.ts'
import { takeFromNobody } from './take-from-nobody.ts'

export interface DataDirectory {
  readonly path: string
  /** PostgreSQL's own directory in it. */
  readonly cluster: string
  readonly user: ServerUser
}

/** Root's data directory if the database's user cannot reach the checkout. */
const SYSTEM_DIRECTORY = '/var/lib/pulso'

const clusterIn = (directory: string) => join(directory, 'postgres')

/**
 * The configured directory; otherwise `.pulso/` in the checkout; otherwise, for root, a system directory for this
 * checkout. Existing data always takes precedence over a new, empty directory. Throws a `UsageError` if the directory
 * cannot be used.
 */
export async function chooseDataDirectory(
  configured: string | null,
  checkout: string,
  systemDirectory = SYSTEM_DIRECTORY,
): Promise<DataDirectory> {
  if (configured !== null) return prepare(resolve(configured))
  const [ours, systems] = [inCheckout(checkout), ofSystem(checkout, systemDirectory)]
  if (process.geteuid?.() !== 0) return prepare(ours)
  await letOthersPass(ours)
  if (await exists(clusterIn(ours))) return prepare(ours)
  const canReachCheckout = await canEnter(await chooseServerUser(clusterIn(ours)), checkout)
  return prepare(canReachCheckout && !(await exists(clusterIn(systems))) ? ours : systems)
}

/** Whether one of those directories contains data. Creates nothing. */
export async function hasData(
  configured: string | null,
  checkout: string,
  systemDirectory = SYSTEM_DIRECTORY,
): Promise<boolean> {
  const directories =
    configured === null ? [inCheckout(checkout), ofSystem(checkout, systemDirectory)] : [resolve(configured)]
  return (await Promise.all(directories.map(directory => exists(clusterIn(directory))))).includes(true)
}

const inCheckout = (checkout: string) => join(checkout, '.pulso')

const ofSystem = (checkout: string, systemDirectory: string) =>
  join(systemDirectory, createHash('sha256').update(checkout).digest('hex').slice(0, 16))

async function prepare(wanted: string): Promise<DataDirectory> {
  try {
    await makeDirectory(wanted)
    await access(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    const path = await realpath(wanted)
    const cluster = clusterIn(path)
    const isOld = await exists(cluster)
    if (isOld) {
      await access(cluster, constants.R_OK | constants.W_OK | constants.X_OK)
      await takeFromNobody(cluster)
    }
    const user = await chooseServerUser(cluster)
    if (await canEnter(user, isOld ? cluster : path)) return { path, cluster, user }
  } catch (error) {
    throw unusable(wanted, REASONS[failureCode(error) ?? ''] ?? (error as Error).message)
  }
  const user = await chooseServerUser(clusterIn(wanted))
  throw unusable(
    wanted,
    `root's database runs as user ${user?.uid ?? process.geteuid?.()}, who may not enter it (a parent directory may be closed)`,
  )
}

/**
 * Creates the directory and its parents. Root's directories let the database's user pass; other users' directories stay
 * private, regardless of the umask. (Node's own recursive `mkdir` never returns on a file system such as `/proc` that
 * refuses to create anything.)
 */
async function makeDirectory(path: string): Promise<void> {
  try {
    await makeOne(path)
  } catch (error) {
    if (failureCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeDirectory(dirname(path))
    await makeOne(path)
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path)
    await chmod(path, process.geteuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    const isThere = failureCode(error) === 'EEXIST' && (await stat(path)).isDirectory()
    if (!isThere) throw error
  }
}

/** Root's uploads make `.pulso` a private directory, if they come before the embedded database. It stays unreadable for others. */
async function letOthersPass(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() && found.uid === 0) await chmod(path, (found.mode & 0o777) | 0o011)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    error => failureCode(error) === 'EACCES',
  )

const unusable = (path: string, reason: string) =>
  new UsageError(
    `The data directory ${path} cannot be used: ${reason}. Set PULSO_DATA_DIR to a writable directory, or set DATABASE_URL.`,
  )

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied, or it belongs to another user',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is not a directory',
  EEXIST: 'it is not a directory',
  ENOENT: 'it cannot be created there',
  ENOSPC: 'no space is left',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links form a loop',
}
