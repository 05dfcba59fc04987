import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'
import type { InspectedTable } from '../../tables/open-table.ts'

export interface LabelledRow {
  readonly id: string | null
  readonly entity: string | null
  readonly text: string
  readonly label: Label
  /** The value in the column that names the source, if one was given. */
  readonly source?: string
}

/** A file of tweets with labels given by people. */
export interface LabelledFile {
  readonly name: string
  /** Of the decompressed bytes. */
  readonly sha256: string
  readonly rows: readonly LabelledRow[]
  /** Number of unreadable or unlabelled rows; they are not evidence. */
  readonly unusableRows: number
}

/** Selects rows by the value in a column; white space at both ends is ignored. */
export interface RowFilter {
  readonly column: string
  readonly values: readonly string[]
}

/**
 * Reads the whole file: an evaluation needs all rows, and labelled files are small. Throws a `UsageError` if no row has
 * a label.
 */
export async function readLabelledFile(
  table: InspectedTable,
  only: RowFilter | null = null,
  sourceColumn: string | null = null,
): Promise<LabelledFile> {
  const isWanted = wantedRow(table.names, only)
  const source = sourceColumn === null ? -1 : table.names.indexOf(sourceColumn)
  const rows: LabelledRow[] = []
  let unusableRows = 0
  let firstProblem =
    'no row has a label; add a column sentiment or label with the values Positive, Neutral, Negative or Irrelevant'
  for await (const portion of table.rows) {
    for (const row of portion) {
      const { line, fields } = row
      if (!isWanted(row.cells)) continue
      if (fields.ok && fields.value.label !== null) {
        const { externalId: id, entity, text, label } = fields.value
        const name = row.cells[source]?.trim()
        rows.push({ id, entity, text, label, ...(name ? { source: name } : {}) })
        continue
      }
      if (!fields.ok && unusableRows === 0) firstProblem = `line ${line}: ${fields.problem.message}`
      unusableRows += 1
    }
  }
  if (rows.length === 0) {
    throw new UsageError([`${table.name} cannot be evaluated; ${firstProblem}`, ...table.rowNotices()].join('. '))
  }
  return { name: table.name, sha256: table.sha256, rows, unusableRows }
}

/** Throws a `UsageError` if the file has no such column. */
function wantedRow(names: readonly string[], only: RowFilter | null): (cells: readonly string[]) => boolean {
  if (only === null) return () => true
  const column = names.indexOf(only.column)
  if (column === -1) {
    throw new UsageError(
      `--only names the column ${JSON.stringify(only.column)}; the file has the columns ${names.join(', ')}.`,
    )
  }
  return cells => only.values.includes((cells[column] ?? '').trim())
}
