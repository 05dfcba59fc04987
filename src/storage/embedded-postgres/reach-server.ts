import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../../problem/problem.ts'
import { failureCode } from '../connection-failure.ts'
import { findPackagedBinaries, provideBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import type { DataDirectory } from './data-directory.ts'
import { isPassing, type Start, startPostmaster } from './postmaster.ts'
import { isAlive, type PostmasterFile, postmasterFileIn, readPostmasterFile } from './postmaster-file.ts'
import { enterServer, type Presence } from './presence.ts'
import { chooseSocketDirectory } from './socket-directory.ts'

/** After a crash the server first replays its journal, which may take a while. */
const REACH_TIMEOUT_MS = 120_000
const POLL_MS = 15

export interface ReachedServer {
  readonly presence: Presence
  readonly socketDirectory: string
}

/**
 * Connects to the server that runs on this data directory, or starts one. Retries while another process starts or stops
 * it. Throws a `UsageError` if it cannot start, and an `AbortError` when the signal aborts.
 */
export async function reachServer(directory: DataDirectory, signal: AbortSignal): Promise<ReachedServer> {
  const deadline = performance.now() + REACH_TIMEOUT_MS
  let start: Start | null = null
  let lastFailure = 'it does not respond'
  while (performance.now() < deadline) {
    // A started server is awaited, so that the process that leaves can stop it.
    if (start === null) signal.throwIfAborted()
    const file = await readPostmasterFile(postmasterFileIn(directory.cluster))
    const socketDirectory = file === null ? null : await socketDirectoryOf(file, directory)
    if (socketDirectory !== null) {
      try {
        const presence = await enterServer(socketDirectory)
        start?.detach()
        return { presence, socketDirectory }
      } catch (error) {
        if (failureCode(error) === 'EACCES') throw didNotStart(directory, 'its socket belongs to another user')
        lastFailure = (error as Error).message
      }
    }
    const failure = start?.failure() ?? null
    if (failure !== null) {
      if (!isPassing(failure)) throw didNotStart(directory, `${failure} (its log: ${directory.cluster}/log)`)
      start = null
      lastFailure = failure
    }
    if (start === null && (file === null || !(await isAlive(file)))) start = await startServer(directory)
    await pause(POLL_MS)
  }
  start?.detach()
  throw didNotStart(directory, `${lastFailure} (its log: ${directory.cluster}/log)`)
}

/** The directory of the server's socket: from its file, or our own choice if the server failed to record it. */
async function socketDirectoryOf(file: PostmasterFile, directory: DataDirectory): Promise<string | null> {
  if (file.socketDirectory !== null) return file.socketDirectory
  return (await isAlive(file)) ? chooseSocketDirectory(directory) : null
}

async function startServer(directory: DataDirectory): Promise<Start> {
  try {
    const binaries = await provideBinaries(await findPackagedBinaries(), directory.user, `${directory.path}/binaries`)
    await ensureCluster(directory, binaries)
    return await startPostmaster(directory, binaries, await chooseSocketDirectory(directory))
  } catch (error) {
    throw error instanceof UsageError ? error : didNotStart(directory, wordsOf(error))
  }
}

/** A failed program's own message, or else the operating system's. */
function wordsOf(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string }
  const lines = (stderr || message).split('\n').filter(line => line.trim() !== '')
  return lines.find(line => /error|fatal|panic/i.test(line)) ?? lines[0] ?? 'unknown reason'
}

const didNotStart = ({ path }: DataDirectory, reason: string) =>
  new UsageError(`The embedded database in ${path} did not start: ${reason}.`)
