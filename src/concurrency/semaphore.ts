/** Runs at most a fixed number of tasks concurrently; others wait in order of arrival. */
export type Semaphore = <T>(work: () => Promise<T>) => Promise<T>

export function createSemaphore(permits: number): Semaphore {
  const waiting: (() => void)[] = []
  let free = permits
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
