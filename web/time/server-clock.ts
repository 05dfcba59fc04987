/** The `Date` of an answer has whole seconds, and the answer took a while. A smaller difference changes no range. */
const TOLERANCE_MS = 60_000

/** How far the server's clock is ahead of the browser's. */
export interface ServerClock {
  /** In milliseconds; 0 within the tolerance. */
  readonly ahead: () => number
  /** Learns from the `Date` header of an answer that arrived now. An unreadable one changes nothing. */
  readonly learn: (date: string | null, now: number) => void
  /** Calls `listener` after each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createServerClock(): ServerClock {
  let ahead = 0
  const listeners = new Set<() => void>()
  return {
    ahead: () => ahead,
    learn(date, now) {
      const difference = Date.parse(date ?? '') - now
      if (Number.isNaN(difference) || Math.abs(difference - ahead) <= TOLERANCE_MS) return
      ahead = Math.abs(difference) <= TOLERANCE_MS ? 0 : difference
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The clock of the server of this page. */
export const serverClock = createServerClock()
