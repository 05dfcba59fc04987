/** What a subscription reads from. Unlike a generator it can be ended while somebody waits for the next value. */
export interface LiveStream<T> extends AsyncIterableIterator<T, void, void> {
  return(): Promise<IteratorResult<T, void>>
}

/**
 * A stream that never grows: it keeps only the newest of what `start` puts into it, and hands one out every `gapMs` at most. A reader who
 * is slow misses what came between. `start` answers with the function that ends it.
 */
export function conflate<T>(start: (put: (value: T) => void) => () => void, gapMs: number): LiveStream<T> {
  const done = { done: true, value: undefined } as const
  let kept: { readonly value: T } | null = null
  let waiting: ((result: IteratorResult<T, void>) => void) | null = null
  let timer: NodeJS.Timeout | null = null
  let givenAt = Number.NEGATIVE_INFINITY
  let isEnded = false

  function give(): void {
    if (kept === null || waiting === null || timer !== null) return
    const restMs = givenAt + gapMs - performance.now()
    if (restMs > 0) {
      timer = setTimeout(() => {
        timer = null
        give()
      }, restMs)
      return
    }
    const [{ value }, resolve] = [kept, waiting]
    kept = null
    waiting = null
    givenAt = performance.now()
    resolve({ done: false, value })
  }

  const stop = start(value => {
    if (isEnded) return
    kept = { value }
    give()
  })

  return {
    next: () =>
      isEnded
        ? Promise.resolve(done)
        : new Promise(resolve => {
            waiting = resolve
            give()
          }),
    return: async () => {
      if (isEnded) return done
      isEnded = true
      kept = null
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
