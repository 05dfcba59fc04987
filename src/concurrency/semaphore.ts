/** Runs work of which only so much may be under way at once; the rest waits in the order in which it came. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

export function createTurns(places: number): Turns {
  const waiting: (() => void)[] = []
  let free = places
  return async work => {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
