/** A column that only our own exports have: their cells are guarded against spreadsheets, and unguarded on import. */
export const EXPORT_MARK = 'classification_id'

/**
 * The start of a spreadsheet formula, after any number of guards: also with full-width signs, and after characters that
 * are not visible.
 */
const START = /(?:\p{Cf}|\0)*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u
const FORMULA = new RegExp(`^'*${START.source}`, 'u')
const GUARDED = new RegExp(`^'+${START.source}`, 'u')

/**
 * Prefixes an apostrophe to a cell that a spreadsheet would run as a formula, so that a hostile tweet stays text. Half
 * of all tweets start with an @, so the guard must be reversible: a cell that already looks guarded gets another guard,
 * and `unguardCell` restores the original.
 */
export const guardCell = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

/** Undoes `guardCell`. */
export const unguardCell = (cell: string) => (GUARDED.test(cell) ? cell.slice(1) : cell)

/** Spreadsheets read a CSV file as UTF-8 only if it starts with this. */
export const BYTE_ORDER_MARK = '\u{feff}'

/** One line of a file for spreadsheets: no cell of it is run as a formula. A negative number is none. */
export const csvLine = (cells: readonly (string | number)[]) =>
  `${cells.map(cell => (typeof cell === 'number' ? String(cell) : quoted(guardCell(cell)))).join(',')}\n`

/** Quotes a cell if necessary. */
export const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
