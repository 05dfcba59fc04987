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
}

interface StartOptions {
  readonly format: InputFormat | null
  /** Lines before the table, such as the title of a report. */
  readonly skipLines?: number
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
  { format, skipLines = 0 }: StartOptions,
  columnCount: number | null,
): Promise<TableStart> {
  const start = await peek(skipLines === 0 ? chunks : dropLines(chunks, skipLines), isSampleEnough)
  const named = SEPARATOR_LINE.exec(start.head.toString('utf8', 0, 20))?.[1]
  if (named === undefined) {
    const sample = start.head.toString('utf8', 0, SAMPLE_BYTES)
    return { ...start, format: detectTableFormat(sample, file, format, columnCount), firstLine: skipLines + 1 }
  }
  const { head, all } = await peek(dropLines(start.all, 1), isSampleEnough)
  const delimiter = named === '\\t' ? '\t' : named
  const sample = head.toString('utf8', 0, SAMPLE_BYTES)
  return {
    head,
    all,
    format: detectTableFormat(sample, file, format === 'ndjson' ? null : format, columnCount, delimiter),
    firstLine: skipLines + 2,
  }
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
