/**
 * Encodes array parameters in PostgreSQL's binary format, which the driver sends unchanged. As text, each element would
 * be quoted here and parsed by the server, which was a fifth of an import's cost in this process. Loops use counters,
 * because V8's iterators allocate an object per element.
 */

/** 16 bytes each; of ids in the format of `uuid`. */
export const uuidArray = (ids: readonly (string | null)[]): Buffer => fixedArray(UUID, 16, ids, writeUuid)

export const floatArray = (values: readonly (number | null)[]): Buffer =>
  fixedArray(FLOAT8, 8, values, (buffer, at, value) => {
    buffer.writeDoubleBE(value, at)
  })

export const integerArray = (values: readonly number[]): Buffer =>
  fixedArray(INT4, 4, values, (buffer, at, value) => {
    buffer.writeInt32BE(value, at)
  })

export const booleanArray = (values: readonly boolean[]): Buffer =>
  fixedArray(BOOL, 1, values, (buffer, at, value) => {
    buffer[at] = value ? 1 : 0
  })

/** Bytes given in hex, all of the same length. */
export const bytesArray = (values: readonly string[], sizeBytes: number): Buffer =>
  fixedArray(BYTEA, sizeBytes, values, (buffer, at, hex) => {
    buffer.write(hex, at, 'hex')
  })

export const instantArray = (instants: readonly (Date | null)[]): Buffer =>
  fixedArray(TIMESTAMPTZ, 8, instants, (buffer, at, instant) => {
    buffer.writeBigInt64BE(BigInt(instant.getTime() - EPOCH_MS) * 1000n, at)
  })

/** The length is computed first, so that the buffer has exactly the needed size. */
export function textArray(texts: readonly (string | null)[]): Buffer {
  let total = HEADER_BYTES
  let hasNulls = false
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string | null
    total += 4
    if (text === null) hasNulls = true
    else total += Buffer.byteLength(text)
  }
  const buffer = Buffer.allocUnsafe(total)
  let at = writeHeader(buffer, TEXT, texts.length, hasNulls)
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string | null
    const size = text === null ? NULL_SIZE : buffer.write(text, at + 4)
    buffer.writeInt32BE(size, at)
    at += 4 + Math.max(size, 0)
  }
  return buffer
}

/** Object ids of the element types, equal in every PostgreSQL: `SELECT oid FROM pg_type`. */
const [BOOL, BYTEA, INT4, TEXT, FLOAT8, TIMESTAMPTZ, UUID] = [16, 17, 23, 25, 701, 1184, 2950]

/** Number of dimensions, null flag, element type; then length and lower bound of the one dimension. */
const HEADER_BYTES = 20
const NULL_SIZE = -1
/** PostgreSQL's epoch for microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Offsets of the two hexadecimal digits of each byte in an id. */
const DIGIT_OFFSETS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

function writeUuid(buffer: Buffer, at: number, id: string): void {
  for (let byte = 0; byte < DIGIT_OFFSETS.length; byte++) {
    const offset = DIGIT_OFFSETS[byte] as number
    buffer[at + byte] = (digit(id.charCodeAt(offset)) << 4) | digit(id.charCodeAt(offset + 1))
  }
}

/** Value of a hexadecimal digit in either case. */
const digit = (code: number): number => (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57)

function fixedArray<T>(
  type: number,
  sizeBytes: number,
  values: readonly (T | null)[],
  write: (buffer: Buffer, at: number, value: T) => void,
): Buffer {
  let nulls = 0
  for (let index = 0; index < values.length; index++) if (values[index] === null) nulls++
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + 4 * values.length + sizeBytes * (values.length - nulls))
  let at = writeHeader(buffer, type, values.length, nulls > 0)
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as T | null
    at = buffer.writeInt32BE(value === null ? NULL_SIZE : sizeBytes, at)
    if (value === null) continue
    write(buffer, at, value)
    at += sizeBytes
  }
  return buffer
}

function writeHeader(buffer: Buffer, type: number, length: number, hasNulls: boolean): number {
  let at = buffer.writeInt32BE(1)
  at = buffer.writeInt32BE(hasNulls ? 1 : 0, at)
  at = buffer.writeInt32BE(type, at)
  at = buffer.writeInt32BE(length, at)
  return buffer.writeInt32BE(1, at)
}
