/** What an engine's process is asked, one JSON object a line; each question has one line of answer. Rows are named by their index. */
export type Question =
  | { readonly ask: 'rows'; readonly rows: readonly unknown[] }
  | { readonly ask: 'answer'; readonly rows: readonly number[] }
  | { readonly ask: 'time'; readonly batches: readonly (readonly number[])[]; readonly leastCpuMs: number }

/** Processor time of all threads of the process for so many tweets. */
export interface Timing {
  readonly cpuMicros: number
  readonly tweets: number
}
