import { createHash } from 'node:crypto'

/** The fields that identify a tweet in a file. */
export interface TweetIdentity {
  /** As in the file; null if it has none. */
  readonly id: string | null
  readonly entity: string | null
  readonly text: string
}

/**
 * Shorter texts ("thank you so much") are written by many people and identify no tweet. Counted in letters and digits.
 */
const SHORTEST_TEXT = 20

/**
 * 64-bit fingerprints that identify a tweet. One is of its text without case, punctuation and white space. The other is
 * of its id together with the entity, because ids are small numbers in some collections. A tweet has zero, one or two
 * of them. They cannot be reversed into the text.
 */
function tweetFingerprints({ id, entity, text }: TweetIdentity): readonly bigint[] {
  const fingerprints: bigint[] = []
  const letters = lettersAndDigits(text.replaceAll(/<unk>/gi, ''))
  if (letters.length >= SHORTEST_TEXT) fingerprints.push(fingerprint(`text\n${letters}`))
  if (id !== null && id.trim() !== '' && entity !== null) {
    fingerprints.push(fingerprint(`id\n${lettersAndDigits(entity)}\n${id.trim()}`))
  }
  return fingerprints
}

/**
 * The content of a model's `trained-on.bin`: the distinct fingerprints, ascending, 8 bytes each, big-endian.
 * @param earlier the record of the model that this one was made from, whose tweets count as well.
 */
export function encodeTrainedOn(tweets: Iterable<TweetIdentity>, earlier: Buffer | null = null): Buffer {
  const distinct = earlier === null ? new Set<bigint>() : readFingerprints(earlier)
  for (const tweet of tweets) for (const value of tweetFingerprints(tweet)) distinct.add(value)
  const sorted = BigUint64Array.from(distinct).sort()
  const bytes = Buffer.alloc(sorted.length * 8)
  for (const [index, value] of sorted.entries()) bytes.writeBigUInt64BE(value, index * 8)
  return bytes
}

/** Reads a model's `trained-on.bin`. The result tells whether the model was trained on a tweet, by text or by id. */
export function trainedOnTest(bytes: Buffer): (tweet: TweetIdentity) => boolean {
  const known = readFingerprints(bytes)
  return tweet => tweetFingerprints(tweet).some(value => known.has(value))
}

function readFingerprints(bytes: Buffer): Set<bigint> {
  if (bytes.length % 8 !== 0) throw new Error(`trained-on.bin has ${bytes.length} bytes, which is not a multiple of 8.`)
  const known = new Set<bigint>()
  for (let offset = 0; offset < bytes.length; offset += 8) known.add(bytes.readBigUInt64BE(offset))
  return known
}

const lettersAndDigits = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const fingerprint = (content: string) => createHash('sha256').update(content).digest().readBigUInt64BE(0)
