/** Those who wait for an answer of this process: work behind requests steps aside for them. */
export interface Audience {
  /** Somebody begins to wait. The function that it returns ends that. */
  enter(): () => void
  /** Somebody waits, or has waited a moment ago: between two questions of one client there is always a moment in which nobody does. */
  isPresent(): boolean
}

/** @param lingersMs How long somebody who was answered counts as present. */
export function createAudience(lingersMs: number, now: () => number = () => performance.now()): Audience {
  let waiting = 0
  let lastLeftAt = Number.NEGATIVE_INFINITY
  return {
    enter() {
      let isWaiting = true
      waiting += 1
      return () => {
        if (!isWaiting) return
        isWaiting = false
        waiting -= 1
        lastLeftAt = now()
      }
    },
    isPresent: () => waiting > 0 || now() - lastLeftAt < lingersMs,
  }
}
