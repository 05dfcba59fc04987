import { UsageError } from '../../problem/problem.ts'
import type { InspectedTable } from '../../tables/open-table.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'

/** A labelled row that can be found again in its file. */
export interface AuditedRow extends LabelledRow {
  /** The physical line on which it starts, from 1. */
  readonly line: number
  /** The value of the split column, without white space at both ends; null without such a column. */
  readonly part: string | null
}

/** A file of labelled tweets, prepared for an audit. */
export interface AuditedFile {
  readonly name: string
  /** Of the decompressed bytes. */
  readonly sha256: string
  readonly rows: readonly AuditedRow[]
  /** Rows that are unreadable, or without a text or a label. */
  readonly unusableRowCount: number
}

/**
 * Reads a whole file.
 * @param splitColumn Name of the column that names the part of each row; null if the file has none. Throws a
 * `UsageError` if the column is missing, or if no row has a text and a label.
 */
export async function readAuditedFile(table: InspectedTable, splitColumn: string | null): Promise<AuditedFile> {
  const partAt = splitColumn === null ? -1 : table.names.indexOf(splitColumn)
  if (splitColumn !== null && partAt === -1) {
    throw new UsageError(
      `--split-column names the column ${JSON.stringify(splitColumn)}; ${table.name} has the columns ${table.names.join(', ')}.`,
    )
  }
  const rows: AuditedRow[] = []
  let unusableRowCount = 0
  let firstProblem =
    'no row has a text and a label; add a column sentiment or label with the values Positive, Neutral, Negative or Irrelevant'
  for await (const portion of table.rows) {
    for (const { line, fields, cells } of portion) {
      if (fields.ok && fields.value.label !== null && fields.value.text.trim() !== '') {
        const { externalId: id, entity, text, label } = fields.value
        rows.push({ line, id, entity, text, label, part: partAt === -1 ? null : (cells[partAt] ?? '').trim() })
        continue
      }
      if (!fields.ok && unusableRowCount === 0) firstProblem = `line ${line}: ${fields.problem.message}`
      unusableRowCount += 1
    }
  }
  if (rows.length === 0) {
    throw new UsageError([`${table.name} cannot be audited; ${firstProblem}`, ...table.rowNotices()].join('. '))
  }
  return { name: table.name, sha256: table.sha256, rows, unusableRowCount }
}
