import { PendingBytes } from './pending-bytes.ts'
import { isSeveralRows, type Quoting } from './quoting.ts'
import { excerpt, MAX_RECORD_BYTES, type RawRecord, tooLong } from './raw-record.ts'
import { type DelimitedFormat, splitRecords } from './split-records.ts'

type CellsRecord = RawRecord<readonly string[]>

const [QUOTE, CR] = [34, 13]

/**
 * Splits a file that was not written, or not only, with quoting: every line is a row, unless its quotes are those of RFC
 * 4180. Memory is constant, and a broken row costs only itself.
 * @param columnCount Cells of a row.
 * @param firstLine The physical line on which the chunks begin.
 */
export async function* readUnquoted(
  chunks: AsyncIterable<Buffer>,
  format: DelimitedFormat,
  quoting: Quoting,
  columnCount: number,
  maxRecordBytes = MAX_RECORD_BYTES,
  firstLine = 1,
): AsyncGenerator<readonly CellsRecord[]> {
  const reader = new LineReader(format, quoting, columnCount, maxRecordBytes, firstLine)
  for await (const chunk of chunks) yield* reader.take(chunk, false)
  yield* reader.take(null, true)
}

class LineReader {
  private readonly format: DelimitedFormat
  private readonly quoting: Quoting
  private readonly columnCount: number
  private readonly maxRecordBytes: number
  private readonly pending = new PendingBytes()
  private line: number
  /** A record that waits for more bytes is retried when its size has doubled. */
  private neededBytes = 1
  private isSkippingLine = false

  constructor(
    format: DelimitedFormat,
    quoting: Quoting,
    columnCount: number,
    maxRecordBytes: number,
    firstLine: number,
  ) {
    this.format = format
    this.quoting = quoting
    this.columnCount = columnCount
    this.maxRecordBytes = maxRecordBytes
    this.line = firstLine
  }

  *take(chunk: Buffer | null, isEnd: boolean): Generator<readonly CellsRecord[]> {
    if (chunk !== null) this.pending.push(chunk)
    if (!isEnd && this.pending.sizeBytes < this.neededBytes) return
    this.neededBytes = 1
    const bytes = this.pending.peek()
    const records: CellsRecord[] = []
    let at = 0
    while (at < bytes.length) {
      const end = bytes.indexOf(this.format.lineEnd.charCodeAt(0), at)
      const isWhole = end !== -1 || isEnd
      const next = end === -1 ? bytes.length : end + 1
      if (!isWhole && next - at <= this.maxRecordBytes) {
        this.neededBytes = 2 * (next - at)
        break
      }
      const used = this.isSkippingLine ? next - at : this.readRecord(bytes.subarray(at), next - at, isEnd, records)
      if (used === null) {
        this.neededBytes = 2 * (bytes.length - at)
        break
      }
      this.isSkippingLine = !isWhole
      if (used === next - at && end !== -1) this.line += 1
      at += used
    }
    this.pending.drop(at)
    if (records.length > 0) yield records
  }

  /** Reads the record at the beginning of the bytes; returns its size, or null if it needs more bytes. */
  private readRecord(bytes: Buffer, lineBytes: number, isEnd: boolean, records: CellsRecord[]): number | null {
    const raw = bytes.subarray(0, lineBytes)
    if (lineBytes > this.maxRecordBytes) {
      records.push({ line: this.line, problem: tooLong(this.maxRecordBytes), raw: excerpt(raw) })
      return lineBytes
    }
    const text = this.textOf(raw)
    const cells = text.split(this.format.delimiter)
    const plain = () => {
      if (cells.length > 1 || text.trim() !== '') records.push({ line: this.line, cells })
      return lineBytes
    }
    if (!raw.includes(QUOTE)) return plain()
    const { records: found, usedBytes, lines, end } = splitRecords(bytes, this.format, isEnd, 1)
    const [record] = found
    if (record === undefined) {
      const mayFollow = (end === 'open' || end === 'unfinished') && !isEnd && bytes.length <= this.maxRecordBytes
      return mayFollow ? null : plain()
    }
    const isSpan = usedBytes > lineBytes
    if (
      record.cells.length !== this.columnCount ||
      !(isSpan ? this.isCell(bytes.subarray(0, usedBytes)) : this.isQuoted(cells))
    ) {
      return plain()
    }
    records.push({ line: this.line, cells: record.cells })
    if (isSpan) this.line += lines
    return usedBytes
  }

  /** Whether the quotes of one line are those of RFC 4180, and not text. */
  private isQuoted(cells: readonly string[]): boolean {
    return this.quoting.writing === 'mixed' || cells.length !== this.columnCount
  }

  /** Whether the lines of a record belong to one cell. */
  private isCell(span: Buffer): boolean {
    const lines = this.textOf(span).split(this.format.lineEnd)
    if (this.quoting.writing === 'mixed') return !isSeveralRows(lines, this.quoting, this.columnCount)
    return !lines.slice(1).some(line => this.quoting.isRow(line))
  }

  /** Without the line end. */
  private textOf(line: Buffer): string {
    let end = line.length
    if (line[end - 1] === this.format.lineEnd.charCodeAt(0)) end -= 1
    if (this.format.lineEnd === '\n' && line[end - 1] === CR) end -= 1
    return line.toString('utf8', 0, end)
  }
}
