declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string
  }
}

/** Options of a suite or a test that cannot run here for `reason`, which the run then prints; null means that it can. */
export const skippedBecause = (reason: string | null) =>
  reason === null ? {} : { skip: true, meta: { skipReason: reason } }
