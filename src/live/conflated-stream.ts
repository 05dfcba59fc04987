/** The source of a subscription. Unlike a generator, it can be ended while a reader waits for the next value. */
export interface LiveStream<T> extends AsyncIterableIterator<T, void, void> {
  return(): Promise<IteratorResult<T, void>>
}

/**
 * A stream of constant size: it holds only the newest value, and yields one every `gapMs` at most. A slow reader misses the values between.
 *
 * @param start Receives the function that adds a value; returns the function that stops the source.
 */
export function conflate<T>(start: (put: (value: T) => void) => () => void, gapMs: number): LiveStream<T> {
  const done = { done: true, value: undefined } as const
  let latest: { readonly value: T } | null = null
  let waiting: ((result: IteratorResult<T, void>) => void) | null = null
  let timer: NodeJS.Timeout | null = null
  let yieldedAt = Number.NEGATIVE_INFINITY
  let isEnded = false

  function deliver(): void {
    if (latest === null || waiting === null || timer !== null) return
    const restMs = yieldedAt + gapMs - performance.now()
    if (restMs > 0) {
      timer = setTimeout(() => {
        timer = null
        deliver()
      }, restMs)
      return
    }
    const [{ value }, resolve] = [latest, waiting]
    latest = null
    waiting = null
    yieldedAt = performance.now()
    resolve({ done: false, value })
  }

  const stop = start(value => {
    if (isEnded) return
    latest = { value }
    deliver()
  })

  return {
    next: () =>
      isEnded
        ? Promise.resolve(done)
        : new Promise(resolve => {
            waiting = resolve
            deliver()
          }),
    return: async () => {
      if (isEnded) return done
      isEnded = true
      latest = null
      if (timer !== null) clearTimeout(timer)
      stop()
      waiting?.(done)
      return done
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
