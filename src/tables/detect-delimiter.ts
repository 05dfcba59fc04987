import { fieldOf } from './columns.ts'

// Text rarely contains a tab, so if two delimiters fit equally well, the tab wins.
const DELIMITERS = ['\t', ',', ';', '|'] as const

/** A control character that occurs in no text: a file of one column has no delimiter, and its commas are text. */
const NONE = '\u001f'

/**
 * Detects the delimiter of a table from its first line: the one that yields the given number of columns, otherwise the
 * most known column names, otherwise the most columns.
 * @param columnCount Null if the first line is a header.
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

/** The first line, with the delimiters inside quotes masked. */
function firstRecord(sample: string, lineEnd: string): string {
  const blotted = sample.replace(/"[^"]*("|$)/g, quoted => quoted.replace(/[\t,;|\r\n]/g, ' '))
  return (
    blotted
      .replace(/^[\s\uFEFF]*?(?=[^\r\n])/, '')
      .split(lineEnd, 1)[0]
      ?.replace(/\r$/, '') ?? ''
  )
}

/** The cells of a line that may be a header, by the delimiter that yields the most known column names. */
export function splitHeader(line: string): readonly string[] {
  const masked = line.replace(/"[^"]*("|$)/g, quoted => quoted.replace(/[\t,;|]/g, ' ')).replaceAll('"', '')
  const known = (cells: readonly string[]) => cells.filter(cell => fieldOf(cell) !== null).length
  const splits = DELIMITERS.map(delimiter => masked.split(delimiter))
  return splits.sort((a, b) => known(b) - known(a) || b.length - a.length)[0] ?? [masked]
}
