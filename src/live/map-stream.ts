import type { LiveStream } from './conflated-stream.ts'

/** Maps each value; `make` returns null to skip it. An error that `make` throws ends the stream. */
export function mapStream<T, U>(
  source: LiveStream<T>,
  make: (value: T) => Promise<{ readonly value: U } | null>,
): LiveStream<U> {
  return {
    async next() {
      try {
        for (;;) {
          const step = await source.next()
          if (step.done === true) return step
          const made = await make(step.value)
          if (made !== null) return { done: false, value: made.value }
        }
      } catch (error) {
        await source.return()
        throw error
      }
    },
    return: async () => {
      await source.return()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
