import type { ColumnMap } from './columns.ts'
import { splitHeader } from './detect-delimiter.ts'
import { findHeader, MAX_PREAMBLE_ROWS } from './find-header.ts'
import { peek } from './peek.ts'
import { detectTableFormat, type InputFormat, type TableFormat } from './table-format.ts'

interface TableStart {
  readonly format: TableFormat
  /** The beginning of the table, after skipped lines. */
  readonly head: Buffer
  /** The whole table. */
  readonly all: AsyncGenerator<Buffer>
  /** The physical line of the file on which the table begins, from 1. */
  readonly firstLine: number
  /** Lines of a report's head that were found before the header, and are not part of the table. */
  readonly preambleLines: number
}

interface StartOptions {
  readonly format: InputFormat | null
  /** Lines before the table, such as the title of a report. */
  readonly skipLines?: number
  readonly map?: ColumnMap | null
  readonly hasHeader?: boolean | null
}

/** Enough to detect the format of a file. */
export const SAMPLE_BYTES = 64 * 1024

/** Excel's own first line that names the delimiter; it is no row. */
const SEPARATOR_LINE = /^"?sep=(\\t|[^\r\n"])"?(?:\r\n|\n|\r)/i

/**
 * Finds the beginning of a table and its format. Excel's first line `sep=;` names the delimiter.
 * @param chunks UTF-8 without a byte-order mark.
 * @param file Its name, for messages and for its extension.
 * @param columnCount Number of columns that the user named; null if the file's header names them.
 */
export async function beginTable(
  chunks: AsyncIterable<Buffer>,
  file: string,
  options: StartOptions,
  columnCount: number | null,
): Promise<TableStart> {
  const { format, skipLines = 0 } = options
  const start = await peek(skipLines === 0 ? chunks : dropLines(chunks, skipLines), isSampleEnough)
  const named = SEPARATOR_LINE.exec(start.head.toString('utf8', 0, 20))?.[1]
  if (named === undefined) {
    const sample = start.head.toString('utf8', 0, SAMPLE_BYTES)
    const detected = detectTableFormat(sample, file, format, columnCount)
    const isHeaded = columnCount === null && options.hasHeader !== false && skipLines === 0
    const preambleLines = isHeaded && detected.kind === 'delimited' ? preambleOf(sample, options.map ?? {}) : 0
    if (preambleLines > 0) return beginAfter(start.all, file, format, preambleLines)
    return { ...start, format: detected, firstLine: skipLines + 1, preambleLines: 0 }
  }
  const { head, all } = await peek(dropLines(start.all, 1), isSampleEnough)
  const delimiter = named === '\\t' ? '\t' : named
  const sample = head.toString('utf8', 0, SAMPLE_BYTES)
  return {
    head,
    all,
    format: detectTableFormat(sample, file, format === 'ndjson' ? null : format, columnCount, delimiter),
    firstLine: skipLines + 2,
    preambleLines: 0,
  }
}

/** The options for reading a table again whose preamble is known. */
export const afterPreamble = <Options extends StartOptions>(options: Options, lines: number): Options =>
  lines === 0 ? options : { ...options, skipLines: lines }

/** What the user has to know of skipped lines. */
export const preambleNotice = (file: string, lines: number): string =>
  lines === 1
    ? `The first line of ${file} is before its header and is skipped.`
    : `The first ${lines} lines of ${file} are before its header and are skipped.`

/** The number of lines before the header; 0 if the first line is one, or if there is none. */
function preambleOf(sample: string, map: ColumnMap): number {
  const lines = sample.split(/\r\n|\n|\r/, MAX_PREAMBLE_ROWS)
  return findHeader(lines.map(splitHeader), map) ?? 0
}

async function beginAfter(
  chunks: AsyncIterable<Buffer>,
  file: string,
  asked: InputFormat | null,
  lines: number,
): Promise<TableStart> {
  const { head, all } = await peek(dropLines(chunks, lines), isSampleEnough)
  const format = detectTableFormat(head.toString('utf8', 0, SAMPLE_BYTES), file, asked, null)
  return { head, all, format, firstLine: lines + 1, preambleLines: lines }
}

/**
 * A short first chunk, as from a terminal, is enough if it contains a complete line, so that the first row is not
 * delayed.
 */
const isSampleEnough = (head: Buffer) => head.length >= SAMPLE_BYTES || head.includes('\n') || head.includes('\r')

const LF = 10
const CR = 13

/** The bytes after the given number of line ends: LF, CRLF or CR. */
async function* dropLines(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  let isAfterReturn = false
  for await (const chunk of chunks) {
    let at = 0
    for (; at < chunk.length && (left > 0 || isAfterReturn); at++) {
      const byte = chunk[at]
      if (isAfterReturn) {
        isAfterReturn = false
        if (byte === LF) continue
        if (left === 0) break
      }
      if (byte !== LF && byte !== CR) continue
      left -= 1
      isAfterReturn = byte === CR
    }
    if (at < chunk.length) yield chunk.subarray(at)
  }
}
