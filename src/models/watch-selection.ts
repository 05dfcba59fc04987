import type { Log } from '../storage/storage.ts'
import type { ModelRegistry } from './service.ts'

const EVERY_MS = 1000

export interface Watch {
  close(): Promise<void>
}

/**
 * Notices within a second or so what other processes promote. A question each second instead of LISTEN: it needs no session of its own,
 * nor anything to be repaired after a session broke.
 */
export function watchSelection(registry: ModelRegistry, log: Log, everyMs = EVERY_MS): Watch {
  let asking: Promise<void> | null = null
  const timer = setInterval(() => {
    asking ??= registry
      .refresh()
      // Whoever needs the database says that it is away; here it only means that nothing new is known.
      .catch((error: Error) => log(`Which model is active could not be read: ${error.message}`))
      .finally(() => {
        asking = null
      })
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await asking
    },
  }
}
