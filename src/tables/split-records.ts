export interface DelimitedFormat {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
}

/** A record that conforms to RFC 4180. */
interface SplitRecord {
  /** Line ends before it, from the start of the bytes. */
  readonly linesBefore: number
  readonly cells: readonly string[]
}

export interface SplitRecords {
  readonly records: readonly SplitRecord[]
  readonly usedBytes: number
  /** Line ends in the consumed bytes. */
  readonly lines: number
  /**
   * Why splitting ended: at the end of the bytes, or at a record that is incomplete, does not close a quote, or has a
   * misplaced quote.
   */
  readonly end: 'complete' | 'unfinished' | 'open' | 'stray'
}

const QUOTE = 34
const CR = 13
const LF = 10

/**
 * Splits the leading records that conform to RFC 4180, as nearly all do, and stops at the first other one. The result
 * is that of csv-parse, in a fifth to an eighth of the time.
 *
 * @param isLast whether no bytes follow; otherwise the last record waits for its line end.
 * @param maxRecords Records after which it stops.
 */
export function splitRecords(
  bytes: Buffer,
  { delimiter, lineEnd }: DelimitedFormat,
  isLast: boolean,
  maxRecords = Number.POSITIVE_INFINITY,
): SplitRecords {
  const separator = delimiter.charCodeAt(0)
  const end = lineEnd.charCodeAt(0)
  const size = bytes.length
  const records: SplitRecord[] = []
  let cells: string[] = []
  let usedBytes = 0
  let lines = 0
  let linesWithin = 0
  let at = 0
  const ended = (why: SplitRecords['end']): SplitRecords => ({ records, usedBytes, lines, end: why })

  while (at < size || cells.length > 0) {
    const isQuoted = bytes[at] === QUOTE
    let next: number
    if (isQuoted) {
      let isDoubled = false
      let to = at + 1
      for (; to < size; to++) {
        const byte = bytes[to]
        if (byte === end) linesWithin++
        if (byte !== QUOTE) continue
        if (bytes[to + 1] !== QUOTE) break
        isDoubled = true
        to++
      }
      if (to >= size) return ended('open')
      const text = bytes.toString('utf8', at + 1, to)
      cells.push(isDoubled ? text.replaceAll('""', '"') : text)
      next = to + 1
      if (next === size && !isLast) return ended('unfinished')
      if (bytes[next] === CR && end === LF && bytes[next + 1] === LF) next++
      if (next < size && bytes[next] !== separator && bytes[next] !== end) return ended('stray')
    } else {
      let to = at
      for (; to < size; to++) {
        const byte = bytes[to]
        if (byte === separator || byte === end) break
        if (byte === QUOTE) return ended('stray')
      }
      if (to === size && !isLast) return ended('unfinished')
      const isCrLf = end === LF && to < size && bytes[to] === LF && to > at && bytes[to - 1] === CR
      cells.push(bytes.toString('utf8', at, isCrLf ? to - 1 : to))
      next = to
    }
    at = next + 1
    if (next < size && bytes[next] === separator) continue
    // An empty line is not a row; `""` in a file of one column is a row with an empty text.
    const isBlank = cells.length === 1 && !isQuoted && cells[0]?.trim() === ''
    if (!isBlank) records.push({ linesBefore: lines, cells })
    cells = []
    usedBytes = Math.min(at, size)
    lines += linesWithin + Number(next < size)
    linesWithin = 0
    if (records.length >= maxRecords) break
  }
  return ended('complete')
}
