/**
 * Requests to an engine's process, one JSON object per line; each has one line of response. Rows are named by index.
 */
export type Question =
  | { readonly ask: 'rows'; readonly rows: readonly unknown[] }
  | { readonly ask: 'answer'; readonly rows: readonly number[] }
  | { readonly ask: 'time'; readonly batches: readonly (readonly number[])[]; readonly leastCpuMs: number }

/** Processor time of all threads of the process for this number of tweets. */
export interface Timing {
  readonly cpuMicros: number
  readonly tweets: number
}
