import { guardCell } from './formula-guard.ts'

/** Spreadsheets take a CSV file for UTF-8 only if it starts with this. */
export const BYTE_ORDER_MARK = '\u{feff}'

/** One line of a file that people open in a spreadsheet: no cell of it is run as a formula. */
export const csvLine = (cells: readonly string[]) => `${cells.map(cell => quoted(guardCell(cell))).join(',')}\n`

/** A cell as it stands between two commas. */
export const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
