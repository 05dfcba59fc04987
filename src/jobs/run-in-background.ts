import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../storage/storage.ts'

/** How soon a job that another process queued, or was killed over, is found. */
const LOOK_EVERY_MS = 2_000

export interface BackgroundRunner {
  /** Looks for work at once. */
  wake(): void
  /** After the batch under way; the job stays open, and whoever runs next goes on with it. */
  close(): Promise<void>
}

export interface BackgroundWork {
  /** What the log calls it, such as "Reclassification". */
  readonly name: string
  /** Does the next job until it ends or the signal says stop. False where there is none. */
  runNext(signal: AbortSignal): Promise<boolean>
  readonly log: Log
  /** How long it rests where there is no work or it failed, unless it is woken. */
  readonly lookEveryMs?: number
}

/** Works off one kind of jobs, one at a time, from whichever process they were started. Where it throws, it looks again a little later. */
export function runInBackground({ name, runNext, log, lookEveryMs = LOOK_EVERY_MS }: BackgroundWork): BackgroundRunner {
  const stopping = new AbortController()
  let waking = new AbortController()

  const idle = async () => {
    await pause(lookEveryMs, undefined, { signal: waking.signal, ref: false }).catch(() => {})
    waking = new AbortController()
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const hasWorked = await runNext(stopping.signal).catch((error: Error) => {
        log(`${name} waits: ${error.message}`)
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
