let isNeeded = false
const listeners = new Set<() => void>()

/** Whether the server has refused a request because the page has no valid key. A store for React. */
export const signInNeeded = {
  get: (): boolean => isNeeded,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Notes the status of a response. */
  learn(status: number): void {
    if (status !== 401 || isNeeded) return
    isNeeded = true
    for (const listener of listeners) listener()
  },
}
