import type { RawRecord } from '../raw-record.ts'

/** The rows of a table in a container; the first one is the header. */
export type TableRows = AsyncGenerator<readonly RawRecord<readonly string[]>[]>

/** An opened container. */
export interface ContainerTable {
  readonly rows: TableRows
  /** What the user has to know, in complete sentences without the file's name. */
  readonly notices: readonly string[]
}
