/** An engine with its weights, on one thread of a process of its own. */
export interface Player<Row> {
  /** Of the engine, for the report. */
  readonly version: string
  /** For each row its probabilities, row-major; whatever the engine makes of a text where it has no probabilities. */
  answer(rows: readonly Row[]): Promise<ArrayLike<number>> | ArrayLike<number>
}
