import type { Log } from '../storage/storage.ts'
import type { ModelRegistry } from './service.ts'

const EVERY_MS = 1000

export interface Watch {
  close(): Promise<void>
}

/**
 * Detects promotions by other processes within a second or so. It polls instead of using LISTEN, which would need a session of its own and a
 * recovery after the session breaks.
 */
export function watchSelection(registry: ModelRegistry, log: Log, everyMs = EVERY_MS): Watch {
  let reading: Promise<void> | null = null
  const timer = setInterval(() => {
    reading ??= registry
      .refresh()
      // An outage only delays the detection here; requests report it.
      .catch((error: Error) => log(`The active model could not be read: ${error.message}`))
      .finally(() => {
        reading = null
      })
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await reading
    },
  }
}
