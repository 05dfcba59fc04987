import { link, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failureCode } from '../connection-failure.ts'
import { runAs } from './server-user.ts'

/** What `postmaster.pid`, or the lock file beside a socket, says about the server that wrote it. */
export interface PostmasterFile {
  readonly pid: number
  readonly cluster: string
  /** Null until the server has made its socket. */
  readonly socketDirectory: string | null
}

/** A server writes its file in one go; one that stays empty was left by a crash of the machine. */
const EMPTY_FILE_TIMEOUT_MS = 5_000

export const postmasterFileIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** Null where there is none, or nothing readable in it. */
export async function readPostmasterFile(path: string): Promise<PostmasterFile | null> {
  try {
    return parsePostmasterFile(await readFile(path, 'utf8'))
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Line 1 is the process, 2 the cluster, 5 the directory of the socket, which is empty at first. */
export function parsePostmasterFile(content: string): PostmasterFile | null {
  const [first = '', cluster = '', , , socketDirectory = ''] = content.split('\n').map(line => line.trim())
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 0 || cluster === '') return null
  return { pid, cluster, socketDirectory: socketDirectory === '' ? null : socketDirectory }
}

/**
 * Whether the process of that file is a living server of that cluster. The number alone says little: it may be a zombie that nobody
 * reaps (common in containers), or belong to another program by now, as after a reboot or on another machine.
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
    // The name stands in brackets and may itself hold brackets and spaces.
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
 * Takes the file of a dead server away: PostgreSQL itself does so only if the process number is free. A living server's file is left where
 * it is, because the server adds lines to it by name. The file is renamed and looked at once more, because another process may have put a
 * living server's file there in the meantime; then it goes back.
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
