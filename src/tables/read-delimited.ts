import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../problem/problem.ts'
import { PendingBytes } from './pending-bytes.ts'
import { excerpt, invalid, MAX_RECORD_BYTES, type RawRecord, tooLong } from './raw-record.ts'
import { type DelimitedFormat, splitRecords } from './split-records.ts'

type CellsRecord = RawRecord<readonly string[]>

/**
 * Splits UTF-8 chunks into records in constant memory, and continues after malformed ones. If a quote is never closed,
 * only the line that opens it is rejected, and reading continues on the next line. Records that violate RFC 4180 are
 * read line by line with csv-parse, whose stream would end at its first error.
 * @param firstLine The physical line on which the chunks begin.
 */
export async function* readDelimited(
  chunks: AsyncIterable<Buffer>,
  format: DelimitedFormat,
  maxRecordBytes = MAX_RECORD_BYTES,
  firstLine = 1,
): AsyncGenerator<readonly CellsRecord[]> {
  const splitter = new Splitter(format, maxRecordBytes, firstLine)
  for await (const chunk of chunks) {
    splitter.add(chunk)
    yield* splitter.take(false)
  }
  yield* splitter.take(true)
}

class Splitter {
  private readonly format: DelimitedFormat
  private readonly maxRecordBytes: number
  private readonly pending = new PendingBytes()
  private line: number
  /** An unfinished record is retried when its size has doubled, so that a long one costs at most twice its length. */
  private neededBytes = 1
  private isSkippingLine = false

  constructor(format: DelimitedFormat, maxRecordBytes: number, firstLine: number) {
    this.line = firstLine
    this.format = format
    this.maxRecordBytes = maxRecordBytes
  }

  add(chunk: Buffer): void {
    this.pending.push(chunk)
  }

  /** The records that are complete so far, window by window. */
  *take(isEnd: boolean): Generator<readonly CellsRecord[]> {
    if (this.isSkippingLine && !this.skipLine()) return
    while (this.pending.sizeBytes > 0 && (isEnd || this.pending.sizeBytes >= this.neededBytes)) {
      const bytes = this.pending.peek()
      const window = bytes.subarray(0, Math.max(WINDOW_BYTES, this.neededBytes))
      const isLast = isEnd && window.length === bytes.length
      const { records, usedBytes, fault } = this.parse(window, isLast)
      this.pending.drop(usedBytes)
      this.neededBytes = 1
      if (records.length > 0) yield records
      const isLineWhole = isLast || this.pending.peek().includes(this.lineEndByte)
      if ((fault === 'stray' && isLineWhole) || (fault === 'open' && isLast)) yield [this.giveUpLine(fault)]
      else if (usedBytes === 0 && window.length > this.maxRecordBytes) yield [this.giveUpLine(fault ?? 'endless')]
      else if (usedBytes === 0) this.neededBytes = window.length * 2
      else if (window.length === bytes.length) this.neededBytes = this.pending.sizeBytes * 2
    }
  }

  /** The complete records of a window; the last one is postponed if it may be incomplete. */
  private parse(bytes: Buffer, isLast: boolean): { records: CellsRecord[]; usedBytes: number; fault: Fault | null } {
    // A carriage return at the edge may be half of a line end.
    const window = !isLast && bytes.at(-1) === CR && this.format.lineEnd === '\n' ? bytes.subarray(0, -1) : bytes
    const { records, usedBytes, lines, end } = splitRecords(window, this.format, isLast)
    const start = this.line
    this.line += lines
    return {
      records: records.map(({ linesBefore, cells }) => ({ line: start + linesBefore, cells })),
      usedBytes,
      fault: end === 'open' || end === 'stray' ? end : null,
    }
  }

  /** The first pending line does not start a record: it is a record of its own, and reading continues after it. */
  private giveUpLine(fault: Fault): CellsRecord {
    const bytes = this.pending.peek()
    const end = bytes.indexOf(this.lineEndByte) + 1
    const line = end === 0 ? bytes : bytes.subarray(0, end)
    const record: CellsRecord =
      line.length > this.maxRecordBytes
        ? { line: this.line, problem: tooLong(this.maxRecordBytes), raw: excerpt(line) }
        : this.readBrokenLine(line, fault)
    this.skipLine()
    return record
  }

  /** Quotes in the middle of a cell are kept as text; in a tab-separated file, so is an unclosed quote. */
  private readBrokenLine(line: Buffer, fault: Fault): CellsRecord {
    const attempts =
      this.format.delimiter === '\t' ? [{ relax_quotes: true }, { quote: null }] : [{ relax_quotes: true }]
    for (const attempt of attempts) {
      try {
        const [cells, another] = parse(line, { ...this.options(), ...attempt }) as string[][]
        if (cells !== undefined && another === undefined) return { line: this.line, cells }
      } catch (error) {
        if (!(error instanceof CsvError)) throw error
      }
    }
    const problem = fault === 'endless' ? tooLong(this.maxRecordBytes) : FAULTS[fault]
    return { line: this.line, problem, raw: excerpt(line) }
  }

  /** False if the line is not complete yet. */
  private skipLine(): boolean {
    const end = this.pending.peek().indexOf(this.lineEndByte) + 1
    this.isSkippingLine = end === 0
    this.pending.drop(end === 0 ? this.pending.sizeBytes : end)
    if (end > 0) this.line += 1
    return end > 0
  }

  private get lineEndByte(): number {
    return this.format.lineEnd.charCodeAt(0)
  }

  private options() {
    const { delimiter, lineEnd } = this.format
    return { delimiter, record_delimiter: lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'], relax_column_count: true }
  }
}

const CR = 13

const WINDOW_BYTES = 64 * 1024

type Fault = 'open' | 'stray' | 'endless'

const FAULTS: Readonly<Record<Exclude<Fault, 'endless'>, Problem>> = {
  open: invalid('A quote that opens on this line is never closed; write quotes inside a quoted cell twice.'),
  stray: invalid('A quote on this line is closed in the middle of a cell; write quotes inside a quoted cell twice.'),
}
