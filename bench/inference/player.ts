/** An engine with its weights, on one thread of its own process. */
export interface Player<Row> {
  /** Version of the engine, for the report. */
  readonly version: string
  /** Probabilities per row, row-major; or the engine's own scores, if it has no probabilities. */
  answer(rows: readonly Row[]): Promise<ArrayLike<number>> | ArrayLike<number>
}
