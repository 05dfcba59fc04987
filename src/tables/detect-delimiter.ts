import { fieldOf } from './columns.ts'

// Text rarely holds a tab, so where two delimiters fit equally well, the tab is the real one.
const DELIMITERS = ['\t', ',', ';', '|'] as const

/** A control character that no text holds: a file of one column has no delimiter, and its commas are text. */
const NONE = '\u001f'

/**
 * Finds out what separates the cells of a table by its first line: the delimiter that gives the named number of columns, or the one
 * that shows the most column names we know, or else the most columns.
 * @param columnCount Null where the first line is a header.
 */
export function detectDelimiter(sample: string, lineEnd: string, columnCount: number | null): string {
  if (columnCount === 1) return NONE
  const line = firstRecord(sample, lineEnd)
  const cellsBy = (delimiter: string) => line.split(delimiter)
  if (columnCount !== null) return DELIMITERS.find(delimiter => cellsBy(delimiter).length === columnCount) ?? ','
  const known = (delimiter: string) =>
    cellsBy(delimiter).filter(cell => fieldOf(cell.replaceAll('"', '')) !== null).length
  const best = [...DELIMITERS].sort((a, b) => known(b) - known(a) || cellsBy(b).length - cellsBy(a).length)[0] ?? ','
  return cellsBy(best).length === 1 ? NONE : best
}

/** The first line, with the delimiters inside quotes blotted out. */
function firstRecord(sample: string, lineEnd: string): string {
  const blotted = sample.replace(/"[^"]*("|$)/g, quoted => quoted.replace(/[\t,;|\r\n]/g, ' '))
  return (
    blotted
      .replace(/^[\s\uFEFF]*?(?=[^\r\n])/, '')
      .split(lineEnd, 1)[0]
      ?.replace(/\r$/, '') ?? ''
  )
}
