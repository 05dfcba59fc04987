import { parseLabel } from './parse-label.ts'
import { type DelimitedFormat, splitRecords } from './split-records.ts'

/** How a delimited file was written. */
export interface Quoting {
  /**
   * `quoted` as RFC 4180 says; `unquoted` with every quote as text; `mixed` if a file has both, so that each cell with
   * several lines must be judged by itself.
   */
  readonly writing: 'quoted' | 'unquoted' | 'mixed'
  /** Whether a line without regard to quotes looks like a row of the file: the number of its cells, and their kinds. */
  isRow(line: string): boolean
  /** Whether the kinds of the cells tell rows from other lines, and not only their number. */
  readonly hasKinds: boolean
}

/** What is assumed of a stream that can be read only once. */
export const QUOTED: Quoting = { writing: 'quoted', isRow: () => false, hasKinds: false }

/** Rows from which the kinds of the columns are learnt. */
const SAMPLE_ROWS = 500
/** A quoted header proves the writing of a whole file. */
const QUOTED_HEADER = 1000
/** A longer cell is no tweet; its lines are not evidence. */
const MAX_SPAN_LINES = 100_000
const QUOTE = '"'

/** Lines of a cell that begins with a quote and ends on a later line. */
interface Span {
  readonly isOpeningRow: boolean
  /** A line of it has other quoted cells as well. */
  isQuotedBeside: boolean
  innerLines: number
  innerRows: number
}

/**
 * Collects evidence of how a file was written, line by line: tab-separated files have no quoting by their registration,
 * and their cells may begin with a quote. A reader that takes such a quote for the beginning of a quoted cell would
 * swallow all lines up to the next quote. But if these lines are rows of their own, the quote is text.
 */
class QuotingEvidence {
  private readonly delimiter: string
  private readonly columnCount: number
  private readonly kinds: (Kind | null)[] = []
  private sampledRows = 0
  private isFirst = true
  private quoted = 0
  private unquoted = 0
  /** Spans whose lines have the right number of cells, and nothing else that shows rows. */
  private likelyUnquoted = 0
  private span: Span | null = null

  constructor({ delimiter }: DelimitedFormat, columnCount: number) {
    this.delimiter = delimiter
    this.columnCount = columnCount
  }

  /** False while the lines themselves are needed, and not only those with a quote. */
  get needsOnlyQuotes(): boolean {
    return this.span === null && this.sampledRows >= SAMPLE_ROWS
  }

  add(line: string): void {
    const isFirst = this.isFirst
    this.isFirst = false
    if (this.span !== null) this.addWithin(this.span, line)
    else if (!line.includes(QUOTE)) this.sample(line, isFirst)
    else if (isFirst) this.quoted += line.startsWith(QUOTE) || line.includes(this.delimiter + QUOTE) ? QUOTED_HEADER : 0
    else this.addQuotes(line)
  }

  verdict(): Quoting {
    // A file that opens a quote and never closes it: text in a tab-separated file, a broken row elsewhere.
    if (this.span?.isOpeningRow === true && this.delimiter === '\t') this.unquoted += 1
    const { quoted } = this
    const unquoted = this.unquoted + (quoted === 0 ? this.likelyUnquoted : 0)
    const writing = unquoted === 0 ? 'quoted' : unquoted > quoted ? 'unquoted' : 'mixed'
    return { writing, isRow: line => this.isRow(line), hasKinds: this.hasKinds() }
  }

  private addQuotes(line: string): void {
    const scan = scanLine(line, this.delimiter, false)
    const isRow = this.isRow(line)
    if (scan.end === 'open') {
      this.span = { isOpeningRow: isRow, isQuotedBeside: scan.quotedCells > 1, innerLines: 0, innerRows: 0 }
      // The cells before the quote are as good as those of other rows.
      const at = line.lastIndexOf(this.delimiter + QUOTE)
      if (at > 0) this.sample(line.slice(0, at), false)
    } else if (scan.end === 'stray') this.unquoted += isRow ? 1 : 0
    else if (scan.cells === this.columnCount) this.quoted += !isRow || scan.isDoubled || scan.quotedCells > 1 ? 1 : 0
    else if (isRow) this.unquoted += 1
  }

  private addWithin(span: Span, line: string): void {
    const isRow = this.isRow(line)
    const scan = line.includes(QUOTE) ? scanLine(line, this.delimiter, true) : null
    if (scan === null || scan.end === 'open') {
      if (scan !== null && scan.quotedCells > 1) span.isQuotedBeside = true
      span.innerLines += 1
      span.innerRows += isRow ? 1 : 0
      if (span.innerLines > MAX_SPAN_LINES) this.span = null
      return
    }
    this.span = null
    // The quote is closed in the middle of a cell, so it was none: only a tab-separated file may have it.
    if (scan.end === 'stray') this.unquoted += span.isOpeningRow && this.delimiter === '\t' ? 1 : 0
    else if (span.isQuotedBeside || scan.quotedCells > 1) this.quoted += 1
    else if (areRows(span, isRow, this.columnCount, this.hasKinds())) {
      if (this.hasKinds()) this.unquoted += 1
      else this.likelyUnquoted += 1
    } else if (span.innerRows === 0 && !isRow) this.quoted += 1
  }

  private sample(line: string, isHeader: boolean): void {
    if (isHeader || this.sampledRows >= SAMPLE_ROWS) return
    this.sampledRows += 1
    for (const [index, cell] of line.split(this.delimiter).entries()) {
      const kind = kindOf(cell)
      if (kind === null) continue
      const known = this.kinds[index]
      this.kinds[index] = known === undefined || known === kind ? kind : 'any'
    }
  }

  private hasKinds(): boolean {
    return this.kinds.some(kind => kind !== 'any' && kind !== null)
  }

  private isRow(line: string): boolean {
    const cells = line.split(this.delimiter)
    if (cells.length !== this.columnCount) return false
    let [matches, empty] = [0, 0]
    for (const [index, cell] of cells.entries()) {
      const expected = this.kinds[index] ?? 'any'
      const kind = kindOf(cell)
      if (kind === null) empty += 1
      else if (expected !== 'any' && kind !== expected) return false
      else if (expected !== 'any') matches += 1
    }
    return this.hasKinds() ? matches > 0 : 2 * empty <= cells.length
  }
}

/** Whether the lines of a span are rows of their own: all of them, or nearly all of many. */
function areRows(span: Span, isClosingRow: boolean, columnCount: number, hasKinds: boolean): boolean {
  if (columnCount < 2) return false
  const [lines, rows] = [span.innerLines + 1, span.innerRows + (isClosingRow ? 1 : 0)]
  if (!span.isOpeningRow) return false
  if (lines >= 4 && rows >= 0.8 * lines) return true
  return rows === lines && (span.innerLines > 0 || columnCount > 2 || hasKinds)
}

/** Whether the lines of a record that spans several lines are rows of their own. */
export function isSeveralRows(lines: readonly string[], { isRow, hasKinds }: Quoting, columnCount: number): boolean {
  // Without kinds, the number of cells alone says little about a file that quotes elsewhere.
  if (!hasKinds) return false
  const [opening = '', ...others] = lines
  const span = {
    isOpeningRow: isRow(opening),
    isQuotedBeside: false,
    innerLines: others.length - 1,
    innerRows: others.slice(0, -1).filter(isRow).length,
  }
  return areRows(span, isRow(others.at(-1) ?? ''), columnCount, true)
}

type Kind = 'digits' | 'label' | 'date' | 'any'

/** The kind of a cell; null for an empty one, which any column may have. */
function kindOf(cell: string): Kind | null {
  const value = cell.trim()
  if (value === '') return null
  if (/^\d+$/.test(value)) return 'digits'
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return 'date'
  return parseLabel(value) === null ? 'any' : 'label'
}

interface LineScan {
  /** As RFC 4180 counts them. */
  readonly cells: number
  readonly quotedCells: number
  readonly isDoubled: boolean
  /** The line ends inside quotes, or has a quote in the middle of a cell. */
  readonly end: 'closed' | 'open' | 'stray'
}

/** Splits a line as RFC 4180 says. */
function scanLine(line: string, delimiter: string, isWithin: boolean): LineScan {
  let [cells, quotedCells, at] = [1, isWithin ? 1 : 0, 0]
  let isDoubled = false
  let isQuoted = isWithin
  const ended = (end: LineScan['end']): LineScan => ({ cells, quotedCells, isDoubled, end })
  for (;;) {
    if (!isQuoted && line[at] === QUOTE) {
      isQuoted = true
      quotedCells += 1
      at += 1
    }
    if (isQuoted) {
      for (at = line.indexOf(QUOTE, at); at !== -1 && line[at + 1] === QUOTE; at = line.indexOf(QUOTE, at + 2)) {
        isDoubled = true
      }
      if (at === -1) return ended('open')
      at += 1
      if (at === line.length) return ended('closed')
      if (!line.startsWith(delimiter, at)) return ended('stray')
    } else {
      const next = line.indexOf(delimiter, at)
      const quote = line.indexOf(QUOTE, at)
      if (quote !== -1 && (next === -1 || quote < next)) return ended('stray')
      if (next === -1) return ended('closed')
      at = next
    }
    at += delimiter.length
    cells += 1
    isQuoted = false
  }
}

/** The number of columns of a table: of its first record. */
export function columnCountOf(head: Buffer, format: DelimitedFormat): number {
  const [first] = splitRecords(head, format, true, 1).records
  if (first !== undefined) return first.cells.length
  return head.toString('utf8').split(format.lineEnd, 1)[0]?.split(format.delimiter).length ?? 1
}

/** Reads a whole table to decide how it was written. */
export async function observeQuoting(
  chunks: AsyncIterable<Buffer>,
  format: DelimitedFormat,
  columnCount: number,
): Promise<Quoting> {
  const evidence = new QuotingEvidence(format, columnCount)
  let rest = ''
  for await (const chunk of chunks) {
    // Delimiters and quotes are ASCII; the bytes of other characters are none of these.
    const text = rest + chunk.toString('latin1')
    const end = text.lastIndexOf(format.lineEnd)
    rest = end === -1 ? text : text.slice(end + 1)
    if (rest.length > MAX_LINE) rest = ''
    if (end === -1 || (evidence.needsOnlyQuotes && !text.includes(QUOTE))) continue
    for (const line of text.slice(0, end).split(format.lineEnd))
      evidence.add(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
  if (rest !== '') evidence.add(rest)
  return evidence.verdict()
}

/** A longer line is no row. */
const MAX_LINE = 16 * 1024 * 1024
