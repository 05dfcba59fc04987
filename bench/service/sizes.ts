/** The workload of the running server. */
export interface ServiceSizes {
  /** Rows of the file that is imported at full speed. */
  readonly rows: number
  /** Rows of the file that is imported while single tweets are classified; enough to outlast them. */
  readonly feedRows: number
  /** Duration of each load. */
  readonly seconds: number
  readonly coldStarts: number
  /** Whether loads wait until the words of imported tweets are indexed, which takes longer than the import. */
  readonly isIndexingAwaited: boolean
}

export const FULL_SERVICE: ServiceSizes = {
  rows: 75_000,
  feedRows: 75_000,
  seconds: 8,
  coldStarts: 3,
  isIndexingAwaited: true,
}

export const QUICK_SERVICE: ServiceSizes = {
  rows: 5000,
  feedRows: 15_000,
  seconds: 2,
  coldStarts: 1,
  isIndexingAwaited: false,
}
