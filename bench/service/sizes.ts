/** How much the running server is given to do. */
export interface ServiceSizes {
  /** Of the file that is imported as fast as it goes. */
  readonly rows: number
  /** Of the file that is imported while single tweets are classified; enough to outlast them. */
  readonly feedRows: number
  /** Of each load. */
  readonly seconds: number
  readonly coldStarts: number
  /** Whether loads wait until the words of what was imported are indexed, which takes longer than the import. */
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
