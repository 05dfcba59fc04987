/** A column that only our own exports have: their cells are guarded against spreadsheets, and unguarded when they are imported. */
export const EXPORT_MARK = 'classification_id'

/** What spreadsheets take for the start of a formula, behind any number of guards. */
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula, so that a hostile tweet stays text there. Half of all tweets start
 * with an @, so `unguardCell` gives back exactly what was there: a cell that looks guarded already gets a guard more.
 */
export const guardCell = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

/** Undoes `guardCell`. */
export const unguardCell = (cell: string) => (GUARDED.test(cell) ? cell.slice(1) : cell)

/** Spreadsheets take a CSV file for UTF-8 only if it starts with this. */
export const BYTE_ORDER_MARK = '\u{feff}'

/** One line of a file that people open in a spreadsheet: no cell of it is run as a formula. */
export const csvLine = (cells: readonly string[]) => `${cells.map(cell => quoted(guardCell(cell))).join(',')}\n`

/** A cell as it stands between two commas. */
export const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
