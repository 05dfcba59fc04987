import { type ColumnMap, fieldOf, headerName } from './columns.ts'

/** Reports begin with their title, the period and the query; more lines than this are no preamble. */
export const MAX_PREAMBLE_ROWS = 40

/**
 * The first row that names the columns of a table: the text, and another known column or nothing else. Null if there is
 * none among the first rows.
 * @param map Columns that the user named.
 */
export function findHeader(rows: readonly (readonly string[])[], map: ColumnMap = {}): number | null {
  const mapped = new Set(Object.values(map).map(name => name.trim().toLowerCase()))
  const index = rows.slice(0, MAX_PREAMBLE_ROWS).findIndex(row => {
    const cells = row.map(headerName).filter(cell => cell !== '')
    const fields = new Set(cells.flatMap(cell => fieldOf(cell) ?? []))
    const mappedCount = cells.filter(cell => mapped.has(cell.toLowerCase())).length
    const hasText = fields.has('text') || (map.text !== undefined && mappedCount > 0)
    return hasText && (cells.length === 1 || mappedCount > 0 || fields.size >= 2)
  })
  return index < 0 ? null : index
}
