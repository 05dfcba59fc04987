declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string
  }
}

/** Options of a suite or test that cannot run here; the run prints `reason`. Null if it can run. */
export const skippedBecause = (reason: string | null) =>
  reason === null ? {} : { skip: true, meta: { skipReason: reason } }
