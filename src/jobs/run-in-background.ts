import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../storage/storage.ts'

/** How soon jobs that another process queued or abandoned are found. */
const POLL_EVERY_MS = 2_000

export interface BackgroundRunner {
  /** Looks for a job at once. */
  wake(): void
  /** Stops after the current batch. The job stays open, and the next runner resumes it. */
  close(): Promise<void>
}

export interface BackgroundWork {
  /** Its name in the log, such as "Reclassification". */
  readonly name: string
  /** Runs the next job until it ends or the signal aborts. Returns false if no job is open. */
  runNext(signal: AbortSignal): Promise<boolean>
  readonly log: Log
  /** The pause after a failure or if no job is open; `wake` ends it. */
  readonly pollEveryMs?: number
}

/** Runs jobs of one kind, one at a time, regardless of the process that started them. Logs an error that `runNext` throws, and retries later. */
export function runInBackground({ name, runNext, log, pollEveryMs = POLL_EVERY_MS }: BackgroundWork): BackgroundRunner {
  const stopping = new AbortController()
  let waking = new AbortController()

  const idle = async () => {
    await pause(pollEveryMs, undefined, { signal: waking.signal, ref: false }).catch(() => {})
    waking = new AbortController()
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const hasWorked = await runNext(stopping.signal).catch((error: Error) => {
        log(`${name} paused: ${error.message}`)
        return false
      })
      if (!hasWorked) await idle()
    }
  })()
  return {
    wake: () => waking.abort(),
    close: async () => {
      stopping.abort()
      waking.abort()
      await running
    },
  }
}
