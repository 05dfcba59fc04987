import { randomFillSync, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

const ID_BYTES = 16
const ID_LENGTH = 36
/** The sequence field has 32 bits; starting in its lower half, the ids of a millisecond never overflow it. */
const SEQUENCE_STARTS = 2 ** 31

const DIGITS = Buffer.from('0123456789abcdef')
const DASH = 0x2d
/** Byte positions of the dashes, as in RFC 9562. */
const DASH_BEFORE = [4, 6, 8, 10]

/** The last millisecond with ids, and the sequence number after them. */
let last = { msecs: Number.NaN, seq: 0 }

/**
 * The id of a row that is created now, by the database's clock. Ids of a later millisecond are greater, whichever process makes them, and so
 * are later ids of one process.
 */
export const newId = (now: Date): string => newIds(1, now)[0] as string

/**
 * UUIDv7s of a time in ascending order, each in its own string. Random bytes are drawn once for all, because drawing them is most of an id's
 * cost.
 */
export function newIds(count: number, now: Date): readonly string[] {
  const msecs = now.getTime()
  const seq = msecs === last.msecs ? last.seq : randomInt(SEQUENCE_STARTS)
  last = { msecs, seq: seq + count }
  const bytes = randomFillSync(Buffer.allocUnsafe(count * ID_BYTES))
  const random = new Uint8Array(ID_BYTES)
  const parts = { msecs, seq, random }
  const text = Buffer.allocUnsafe(ID_LENGTH)
  return Array.from({ length: count }, (_, index) => {
    const start = index * ID_BYTES
    for (let at = 0; at < ID_BYTES; at++) random[at] = bytes[start + at] as number
    v7(parts, bytes, start)
    parts.seq++
    return spell(bytes, start, text)
  })
}

/** @param text scratch buffer, so that an id allocates only its string. */
function spell(bytes: Buffer, start: number, text: Buffer): string {
  let to = 0
  for (let at = 0; at < ID_BYTES; at++) {
    if (DASH_BEFORE.includes(at)) text[to++] = DASH
    const byte = bytes[start + at] as number
    text[to++] = DIGITS[byte >> 4] as number
    text[to++] = DIGITS[byte & 15] as number
  }
  return text.toString('latin1')
}
