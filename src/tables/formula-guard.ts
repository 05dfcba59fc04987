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
