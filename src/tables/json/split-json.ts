import type { Problem } from '../../problem/problem.ts'
import { excerpt, invalid, MAX_RECORD_BYTES, type RawRecord, tooLong } from '../raw-record.ts'
import { isObject, type JsonObject, parseJson } from './parse-json.ts'

export type JsonRecord = RawRecord<JsonObject>

const [LF, QUOTE, BACKSLASH, COMMA] = [10, 34, 92, 44]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

/**
 * Reads the objects of JSON documents from UTF-8 chunks, in constant memory: the elements of arrays, and objects that
 * follow each other, on any number of lines. A name before a document, as in `window.YTD.tweets.part0 = [`, is skipped.
 * A malformed object is a problem of its own, and reading continues after it.
 */
export async function* readJsonDocuments(
  chunks: AsyncIterable<Buffer>,
  maxRecordBytes = MAX_RECORD_BYTES,
): AsyncGenerator<readonly JsonRecord[]> {
  const splitter = new JsonSplitter(maxRecordBytes)
  for await (const chunk of chunks) {
    const records = splitter.add(chunk)
    if (records.length > 0) yield records
  }
  const rest = splitter.end()
  if (rest.length > 0) yield rest
}

class JsonSplitter {
  private readonly maxRecordBytes: number
  private records: JsonRecord[] = []
  private line = 1
  /** Whether elements of a top-level array follow. */
  private isInList = false
  /** Brackets that are open in the current value. */
  private depth = 0
  private isInString = false
  private isEscaped = false
  /** The current value, or text between values. */
  private parts: Buffer[] = []
  private sizeBytes = 0
  private startLine = 1
  private isTooLong = false
  private isInValue = false
  private hasOpenString = false

  constructor(maxRecordBytes: number) {
    this.maxRecordBytes = maxRecordBytes
  }

  add(chunk: Buffer): readonly JsonRecord[] {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (this.isInString) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === BACKSLASH) this.isEscaped = true
        else if (byte === QUOTE) this.isInString = false
        // No JSON string has a line end, so this one was not closed: the rest of the file is not part of it.
        else if (byte === LF) {
          this.isInString = false
          this.hasOpenString = true
        }
        if (byte === LF) this.line += 1
        continue
      }
      if (byte === LF) this.line += 1
      if (this.isInValue) {
        if (byte === QUOTE) this.isInString = true
        else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.depth += 1
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
          this.depth -= 1
          if (this.depth > 0) continue
          this.keep(chunk.subarray(from, at + 1))
          from = at + 1
          this.finishValue()
        }
        continue
      }
      if (byte === OPEN_OBJECT || (byte === OPEN_LIST && this.isInList)) {
        this.finishGap(chunk.subarray(from, at))
        from = at
        this.isInValue = true
        this.depth = 1
        this.startLine = this.line
      } else if (byte === OPEN_LIST || byte === COMMA || byte === CLOSE_LIST) {
        this.finishGap(chunk.subarray(from, at))
        from = at + 1
        if (byte !== COMMA) this.isInList = byte === OPEN_LIST
      }
    }
    this.keep(chunk.subarray(from))
    return this.taken()
  }

  end(): readonly JsonRecord[] {
    if (this.isInValue) {
      const raw = excerpt(this.joined())
      this.reject(invalid('The file ends within this JSON object; it was cut off.'), raw)
    } else this.finishGap(Buffer.alloc(0))
    return this.taken()
  }

  private taken(): readonly JsonRecord[] {
    const { records } = this
    this.records = []
    return records
  }

  private keep(bytes: Buffer): void {
    this.sizeBytes += bytes.length
    if (this.sizeBytes <= this.maxRecordBytes) {
      if (bytes.length > 0) this.parts.push(bytes)
    } else if (!this.isTooLong) {
      this.isTooLong = true
      this.parts = [this.joined().subarray(0, 10_000)]
    }
  }

  private joined(): Buffer {
    const [only, second] = this.parts
    return only !== undefined && second === undefined ? only : Buffer.concat(this.parts)
  }

  private finishValue(): void {
    const bytes = this.joined()
    if (this.isTooLong) this.reject(tooLong(this.maxRecordBytes), excerpt(bytes))
    else if (this.hasOpenString) this.reject(MALFORMED, excerpt(bytes))
    else {
      const value = valueIn(bytes)
      if (isObject(value)) this.records.push({ line: this.startLine, cells: value })
      else this.reject(value === undefined ? MALFORMED : NO_OBJECT, excerpt(bytes))
    }
    this.startOver()
  }

  /** Text between values: blank, a name before a document, or something that is no object. */
  private finishGap(bytes: Buffer): void {
    this.keep(bytes)
    const text = this.joined().toString('utf8').trim()
    const line = this.line
    if (text !== '' && !ASSIGNMENT.test(text)) {
      this.startLine = line
      this.reject(NO_OBJECT, excerpt(Buffer.from(text)))
    }
    this.startOver()
  }

  private reject(problem: Problem, raw: string): void {
    this.records.push({ line: this.startLine, problem, raw })
  }

  private startOver(): void {
    this.parts = []
    this.sizeBytes = 0
    this.isTooLong = false
    this.isInValue = false
    this.hasOpenString = false
    this.depth = 0
  }
}

/** `window.YTD.tweets.part0 =`, also after the `;` of the part before. */
const ASSIGNMENT = /^;?\s*(?:(?:window|var|let|const)\b[\w.\s$]{0,200}=)?\s*;?$/

const MALFORMED = invalid('This is not valid JSON; expected an object such as {"id": "7", "text": "…"}.')
const NO_OBJECT = invalid('This is not a JSON object such as {"id": "7", "text": "…"}.')

/** Undefined if the bytes are not JSON. */
function valueIn(bytes: Buffer): unknown {
  try {
    return parseJson(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
