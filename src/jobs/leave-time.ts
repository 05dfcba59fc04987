import { setTimeout as pause } from 'node:timers/promises'

/**
 * Leaves the machine to others for a time that makes the work's share of it what it should be.
 *
 * @param share above 0 up to 1.
 */
export async function leaveTime(workedMs: number, share: number, signal: AbortSignal): Promise<void> {
  if (share < 1) await pause(workedMs * (1 / share - 1), undefined, { signal }).catch(() => {})
}
