/**
 * The part of Protocol Buffers' wire format (https://protobuf.dev/programming-guides/encoding) that a model file needs.
 * A message is a sequence of fields: a tag and an integer, or a tag, a length and bytes.
 */

const VARINT = 0
const LENGTH_DELIMITED = 2

export const numberField = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8 + VARINT), varint(value)])

/** Text, raw data, or another message. */
export function bytesField(field: number, value: string | Uint8Array): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([varint(field * 8 + LENGTH_DELIMITED), varint(bytes.length), bytes])
}

export const messageField = (field: number, ...content: readonly Uint8Array[]): Buffer =>
  bytesField(field, Buffer.concat(content))

/**
 * Seven bits per byte, the lowest first; the eighth bit marks that more bytes follow. Negative numbers use all 64 bits.
 */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
