/** Does the work at the first call, and returns the same promise to every call. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | null = null
  return () => {
    promise ??= work()
    return promise
  }
}
