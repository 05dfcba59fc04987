import { setTimeout as pause } from 'node:timers/promises'

export interface BackgroundWork {
  /** Looks for work at once. */
  wake(): void
  /** Waits for the step under way, after which no other begins. */
  close(): Promise<void>
}

export interface RepeatOptions {
  /** Does one step; false where there was nothing to do. */
  readonly step: (signal: AbortSignal) => Promise<boolean>
  /** How long it rests after a step that found nothing or failed, unless it is woken. */
  readonly lookEveryMs: number
  readonly onError: (error: Error) => void
}

/** Repeats a step for as long as the process lives, and rests while there is nothing to do. */
export function repeatInBackground({ step, lookEveryMs, onError }: RepeatOptions): BackgroundWork {
  const stopping = new AbortController()
  let waking = new AbortController()
  const rest = async () => {
    await pause(lookEveryMs, undefined, { signal: waking.signal, ref: false }).catch(() => {})
    waking = new AbortController()
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const hasWorked = await step(stopping.signal).catch((error: Error) => {
        onError(error)
        return false
      })
      if (!hasWorked) await rest()
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
