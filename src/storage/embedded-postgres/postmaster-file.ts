import { link, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failureCode } from '../connection-failure.ts'
import { runAs } from './server-user.ts'

/** The server described by `postmaster.pid`, or by the lock file next to a socket. */
export interface PostmasterFile {
  readonly pid: number
  readonly cluster: string
  /** Null until the server has created its socket. */
  readonly socketDirectory: string | null
}

/** A server writes its file at once; a file that stays empty was left by a crash of the machine. */
const EMPTY_FILE_TIMEOUT_MS = 5_000

export const postmasterFileIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** Null if the file does not exist or is not readable. */
export async function readPostmasterFile(path: string): Promise<PostmasterFile | null> {
  try {
    return parsePostmasterFile(await readFile(path, 'utf8'))
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Line 1 is the process id, 2 the cluster, 5 the directory of the socket, which is empty at first. */
export function parsePostmasterFile(content: string): PostmasterFile | null {
  const [first = '', cluster = '', , , socketDirectory = ''] = content.split('\n').map(line => line.trim())
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 0 || cluster === '') return null
  return { pid, cluster, socketDirectory: socketDirectory === '' ? null : socketDirectory }
}

/**
 * Whether the process of that file is a live server of that cluster. The process id alone is not enough. It may be a
 * zombie that was never reaped (common in containers), or belong to another program, for instance after a reboot or on
 * another machine.
 */
export async function isAlive({ pid, cluster }: PostmasterFile): Promise<boolean> {
  const found = process.platform === 'linux' ? await lookInProc(pid) : await askPs(pid)
  return found !== null && !/^[ZX]/.test(found.state) && found.command.includes(cluster)
}

interface RunningProcess {
  /** Begins with one letter; `Z` is a zombie. */
  readonly state: string
  readonly command: string
}

async function lookInProc(pid: number): Promise<RunningProcess | null> {
  try {
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ])
    // The name is in parentheses and may itself contain parentheses and spaces.
    return { state: status.slice(status.lastIndexOf(')') + 2), command: command.replaceAll('\0', ' ') }
  } catch {
    return null
  }
}

async function askPs(pid: number): Promise<RunningProcess | null> {
  try {
    const { stdout } = await runAs(null, '/bin/ps', ['-ww', '-o', 'state=,command=', '-p', String(pid)])
    const [, state = '', command = ''] = /^\s*(\S+)\s+(.*)/.exec(stdout) ?? []
    return state === '' ? null : { state, command }
  } catch {
    return null
  }
}

/**
 * Removes the file of a dead server: PostgreSQL itself does so only if the process id is free. A live server's file is
 * kept in place, because the server appends lines to it by name. The file is renamed and checked again, because another
 * process may have written a live server's file in the meantime; that file is renamed back.
 */
export async function removeIfStale(path: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`
  try {
    const { mtimeMs, size } = await stat(path)
    if (size === 0 && Date.now() - mtimeMs < EMPTY_FILE_TIMEOUT_MS) return
    const file = await readPostmasterFile(path)
    if (file !== null && (await isAlive(file))) return
    await rename(path, aside)
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return
    throw error
  }
  const found = await readPostmasterFile(aside)
  if (found !== null && (await isAlive(found))) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}
