/** Short enough that other requests do not notice it, long enough that a turn of the event loop costs little beside it. */
const SLICE_MS = 10

/**
 * Runs computations that each take a fraction of a millisecond, of which a request may ask for thousands. They run in slices of time, and
 * everything else of the process runs between two slices. The groups take turns, so that one computation does not wait for the thousands of
 * another group.
 */
export type TimeSlices = <T>(group: object, work: () => T) => Promise<T>

export function createTimeSlices(sliceMs = SLICE_MS): TimeSlices {
  const groups = new Map<object, (() => void)[]>()

  function runSlice(): void {
    const end = performance.now() + sliceMs
    for (const [group, waiting] of groups) {
      waiting.pop()?.()
      groups.delete(group)
      // Behind all other groups, where the loop finds it again.
      if (waiting.length > 0) groups.set(group, waiting)
      if (performance.now() >= end) break
    }
    if (groups.size > 0) setImmediate(runSlice)
  }

  return (group, work) =>
    new Promise((resolve, reject) => {
      if (groups.size === 0) setImmediate(runSlice)
      const waiting = groups.get(group) ?? []
      groups.set(group, waiting)
      waiting.push(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
    })
}
