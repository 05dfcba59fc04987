/** How mentions are put together for the threads that score them. */
export interface Batching {
  /** Mentions that travel to a thread together; four times as many where nobody waits for an answer. */
  readonly largestBatch: number
  /** How long a mention waits for others that make its batch larger, while a thread has nothing to do. */
  readonly longestWaitMs: number
}

/** The kernel gains nothing from more, and nobody waits long behind so few: some milliseconds. */
export const LARGEST_BATCH = 32
