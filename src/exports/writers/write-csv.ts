import { BYTE_ORDER_MARK, guardCell, quoted } from '../../tables/spreadsheet-safety.ts'
import { EXPORT_COLUMNS, type ExportedValue } from '../export-columns.ts'
import type { RowWriter } from './row-writer.ts'

export const writeCsv: RowWriter = async function* (spans, { version, formulas }) {
  const safe = formulas === 'guard' ? guardCell : (cell: string) => cell
  const line = (cells: readonly string[]) => `${cells.map(cell => quoted(safe(cell))).join(',')}\n`
  let head = `${BYTE_ORDER_MARK}${line(EXPORT_COLUMNS.map(({ name }) => name))}`
  for await (const rows of spans) {
    yield head + rows.map(row => line(EXPORT_COLUMNS.map(({ read }) => shown(read(row, version))))).join('')
    head = ''
  }
}

const shown = (value: ExportedValue) => (value instanceof Date ? value.toISOString() : String(value ?? ''))
