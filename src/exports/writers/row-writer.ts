import type { FormulaMode } from '../export-format.ts'
import type { ExportedRow } from '../read-export.ts'

interface WritingOptions {
  /** The model version, as `name@12hex`. */
  readonly version: string
  readonly formulas: FormulaMode
}

/** Writes rows as a file, in chunks. Reads no further than its consumer, and keeps no more than some thousand rows. */
export type RowWriter = (
  spans: AsyncIterable<readonly ExportedRow[]>,
  options: WritingOptions,
) => AsyncGenerator<string | Buffer>
