import { parseJson } from './json/parse-json.ts'
import { PendingBytes } from './pending-bytes.ts'
import { excerpt, invalid, MAX_RECORD_BYTES, type RawRecord, tooLong } from './raw-record.ts'

type JsonRecord = RawRecord<Readonly<Record<string, unknown>>>

const LF = 10

/**
 * Reads one JSON object per line from UTF-8 chunks. An invalid line is a problem of its own, and reading continues.
 * @param firstLine The physical line on which the chunks begin.
 */
export async function* readNdjson(chunks: AsyncIterable<Buffer>, firstLine = 1): AsyncGenerator<readonly JsonRecord[]> {
  const pending = new PendingBytes()
  let line = firstLine
  let isSkipping = false
  const take = (bytes: Buffer): JsonRecord[] => {
    const record = isSkipping ? null : readLine(bytes, line)
    isSkipping = false
    line += 1
    return record === null ? [] : [record]
  }
  for await (const chunk of chunks) {
    const records: JsonRecord[] = []
    pending.push(chunk)
    if (chunk.includes(LF)) {
      const bytes = pending.peek()
      let start = 0
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
        records.push(...take(bytes.subarray(start, end)))
        start = end + 1
      }
      pending.drop(start)
    }
    if (pending.sizeBytes > MAX_RECORD_BYTES) {
      if (!isSkipping) records.push({ line, problem: tooLong(MAX_RECORD_BYTES), raw: excerpt(pending.peek()) })
      isSkipping = true
      pending.drop(pending.sizeBytes)
    }
    if (records.length > 0) yield records
  }
  yield pending.sizeBytes > 0 ? take(pending.peek()) : []
}

/** Null for an empty line. */
function readLine(bytes: Buffer, line: number): JsonRecord | null {
  const text = bytes.toString('utf8').trim()
  if (text === '') return null
  try {
    const value = parseJson(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { line, cells: value as Record<string, unknown> }
    }
    return {
      line,
      problem: invalid('The line is JSON, but not an object such as {"id": "7", "text": "…"}.'),
      raw: excerpt(bytes),
    }
  } catch {
    return {
      line,
      problem: invalid('The line is not valid JSON; expected one object, such as {"id": "7", "text": "…"}.'),
      raw: excerpt(bytes),
    }
  }
}
