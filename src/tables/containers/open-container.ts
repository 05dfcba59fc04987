import type { ColumnMap } from '../columns.ts'
import { findHeader, MAX_PREAMBLE_ROWS } from '../find-header.ts'
import type { InputFile } from '../input-file.ts'
import type { RawRecord } from '../raw-record.ts'
import { openParquet } from './read-parquet.ts'
import { openXlsx, type Sheet } from './read-xlsx.ts'
import type { ContainerTable, TableRows } from './table-rows.ts'

type Row = RawRecord<readonly string[]>

/** The options of a table that decide where it begins. */
interface SheetOptions {
  readonly columns: string | null
  readonly map?: ColumnMap | null
  readonly hasHeader?: boolean | null
  readonly skipLines?: number
}

/** A workbook may have a sheet for each day; more are not examined. */
const MAX_SHEETS = 100

/** Opens the table in a workbook or a Parquet file. Throws a `UsageError` if the file is damaged or not a table. */
export async function openContainer(file: InputFile, options: SheetOptions): Promise<ContainerTable> {
  return file.container === 'parquet' ? openParquet(file) : openWorkbook(file, options)
}

interface SheetTable {
  readonly sheet: Sheet
  /** The first row, which names the columns unless the file has no header; null for an empty sheet. */
  readonly header: Row | null
  readonly isHeaded: boolean
}

/** The first sheet with a header, and further ones with the same header. Without any header, the first sheet with a row. */
async function openWorkbook(file: InputFile, options: SheetOptions): Promise<ContainerTable> {
  const sheets = (await openXlsx(file)).slice(0, MAX_SHEETS)
  const tables: SheetTable[] = []
  for (const sheet of sheets) tables.push(await beginSheet(sheet, options))
  const first = tables.find(({ isHeaded }) => isHeaded) ?? tables.find(({ header }) => header !== null)
  if (first === undefined) return { rows: noRows(), notices: [] }
  const same = tables.filter(table => table === first || (table.isHeaded && sameCells(table, first)))
  const others = tables.filter(table => table.header !== null && !same.includes(table))
  const read = same.map(({ sheet }) => JSON.stringify(sheet.name)).join(', ')
  const left = others.map(({ sheet }) => JSON.stringify(sheet.name)).join(', ')
  const isWhole = others.length === 0
  const notice = `Sheets of ${file.name} that are read: ${read}.${isWhole ? '' : ` Sheets that are not read: ${left}.`}`
  return {
    rows: rowsOf(same, options),
    notices: isWhole && same.length === 1 ? [] : [notice],
  }
}

async function beginSheet(sheet: Sheet, { columns, map, hasHeader, skipLines = 0 }: SheetOptions): Promise<SheetTable> {
  const start: Row[] = []
  for await (const portion of sheet.rows()) {
    start.push(...portion.filter(({ line }) => line > skipLines))
    if (start.length >= MAX_PREAMBLE_ROWS) break
  }
  const isNamed = columns !== null || hasHeader === false
  const found = isNamed ? null : findHeader(start.map(cellsOf), map ?? {})
  return { sheet, header: start[found ?? 0] ?? null, isHeaded: found !== null }
}

const cellsOf = (row: Row | null) => (row !== null && 'cells' in row ? row.cells : [])

const sameCells = (one: SheetTable, other: SheetTable) =>
  cellsOf(one.header).join('\0') === cellsOf(other.header).join('\0')

/** The rows from the header of the first sheet on, and the rows behind those of the others. Rows are as long as the first. */
async function* rowsOf(tables: readonly SheetTable[], { skipLines = 0 }: SheetOptions): TableRows {
  const [first] = tables
  const width = cellsOf(first?.header ?? null).length
  for (const table of tables) {
    const from = Math.max(skipLines + 1, table.header?.line ?? 1)
    for await (const portion of table.sheet.rows()) {
      const rows = portion.filter(({ line }) => (table === first ? line >= from : line > from))
      if (rows.length > 0) yield rows.map(row => padded(row, width))
    }
  }
}

/** A sheet has no empty cells at the end of a row. */
const padded = (row: Row, width: number): Row =>
  'cells' in row && row.cells.length < width
    ? { line: row.line, cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')] }
    : row

async function* noRows(): TableRows {}
