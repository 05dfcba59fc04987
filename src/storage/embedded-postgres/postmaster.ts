import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, programOf } from './binaries.ts'
import type { DataDirectory } from './data-directory.ts'
import { isAlive, postmasterFileIn, readPostmasterFile, removeIfStale } from './postmaster-file.ts'
import { serverEnvironment } from './server-user.ts'
import { serverSettings } from './settings.ts'
import { socketIn } from './socket-directory.ts'

/** A server that is starting. It is ready when its socket accepts connections. */
export interface Start {
  /** The reason for its end, in one line; null while it runs. */
  failure(): string | null
  /** Stops reading its output, so that Node may end while the server continues. */
  detach(): void
}

const STOP_TIMEOUT_MS = 60_000
const POLL_MS = 20

/**
 * In its own session: Ctrl-C in the terminal reaches only Node, which finishes its work before it stops the server.
 */
export async function startPostmaster(
  { cluster, user }: DataDirectory,
  binaries: Binaries,
  socketDirectory: string,
): Promise<Start> {
  await removeIfStale(postmasterFileIn(cluster))
  await removeIfStale(`${socketIn(socketDirectory)}.lock`)
  const child = spawn(programOf(binaries, 'postgres'), ['-D', cluster, ...serverSettings(socketDirectory)], {
    ...user,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  let failure: string | null = null
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.once('error', error => {
    failure = error.message
  })
  child.once('close', (code, signal) => {
    failure ??= reasonIn(said) ?? `it ended with ${signal ?? `exit code ${code}`}`
  })
  return {
    failure: () => failure,
    detach: () => {
      child.stderr.destroy()
      child.unref()
    },
  }
}

/** For `2026-11-24 02:40:00 UTC [17] FATAL:  data directory has wrong ownership`, returns the text after `FATAL:`. */
const reasonIn = (said: string) =>
  /(?:FATAL|PANIC|ERROR):\s+(.*)/.exec(said)?.[1] ?? said.split('\n').find(Boolean) ?? null

/**
 * Another process of ours is starting the same server, or the last sessions of a killed one have not ended yet: worth a
 * retry. A full disk prevents the lock file too, and is not.
 */
export const isPassing = (failure: string) =>
  /lock file|shared memory block/.test(failure) && !failure.includes('No space left')

/**
 * Fast shutdown: sessions end, and everything is written. Resolves to true when the process is gone, or to false after
 * a timeout.
 */
export async function stopPostmaster(cluster: string): Promise<boolean> {
  const file = await readPostmasterFile(postmasterFileIn(cluster))
  if (file === null || !(await isAlive(file))) return true
  process.kill(file.pid, 'SIGINT')
  const deadline = performance.now() + STOP_TIMEOUT_MS
  while (performance.now() < deadline) {
    if (!(await isAlive(file))) return true
    await pause(POLL_MS)
  }
  return false
}
