import { createHash } from 'node:crypto'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { UsageError } from '../../problem/problem.ts'
import { failureCode } from '../connection-failure.ts'
import type { DataDirectory } from './data-directory.ts'
import { SOCKET_PORT } from './settings.ts'

/** Maximum length of a socket's path on macOS; Linux allows four bytes more. */
const LONGEST_SOCKET_PATH_BYTES = 103

export const socketIn = (directory: string) => `${directory}/.s.PGSQL.${SOCKET_PORT}`

/**
 * The cluster itself, which only its owner can enter. If its path is too long for a socket, a short directory that is
 * equally private. It contains only the socket, which is found through `postmaster.pid`.
 */
export async function chooseSocketDirectory({ cluster, user }: DataDirectory): Promise<string> {
  if (Buffer.byteLength(socketIn(cluster)) <= LONGEST_SOCKET_PATH_BYTES) return cluster
  const directory = `/tmp/pulso-${createHash('sha256').update(cluster).digest('hex').slice(0, 24)}`
  try {
    await mkdir(directory, { mode: 0o700 })
    if (user !== null) await chown(directory, user.uid, user.gid)
  } catch (error) {
    if (failureCode(error) !== 'EEXIST') throw error
  }
  // Any user can create directories there, so an existing one is verified before it is trusted.
  const found = await lstat(directory)
  const owner = user?.uid ?? process.geteuid?.()
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new UsageError(
      `${directory}, the directory for the database's socket, belongs to another user: remove it, or choose a shorter path for the data directory (PULSO_DATA_DIR).`,
    )
  }
  return directory
}
