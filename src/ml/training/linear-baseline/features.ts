import { entityKey } from '../../language/entity-key.ts'
import type { Mention } from '../../network/classifier.ts'

/** Kinds of features, each with a total weight of 1: a long text must not outweigh the entity. */
export const FEATURE_BLOCKS = ['words', 'characters', 'entityWords'] as const

/**
 * Takes one occurrence of a feature: an unsigned 32-bit hash, equal on every machine. Blocks are visited one after the
 * other, in order.
 */
export type FeatureVisitor = (block: number, hash: number) => void

const [WORDS, CHARACTERS, ENTITY_WORDS] = [0, 1, 2]

const SHORTEST_CHARACTERS = 2
const LONGEST_CHARACTERS = 5

/**
 * Visits the features of a mention, once per occurrence. They are words and pairs of adjacent words, and n-grams of 2
 * to 5 characters within a word and its surrounding spaces. With an entity, they also include the entity, alone and
 * combined with each word.
 */
export function visitFeatures({ text, entity }: Mention, visit: FeatureVisitor): void {
  const lowered = text.toLowerCase()
  const words = (lowered.match(/[\p{L}\p{N}_]+/gu) ?? []).map(word => hashText(HASH_START, word))
  for (const [index, word] of words.entries()) {
    visit(WORDS, finish(word, 1))
    const next = words[index + 1]
    if (next !== undefined) visit(WORDS, finish(hashNumber(word, next), 2))
  }
  for (const token of lowered.split(/\s+/)) if (token !== '') visitCharacters(` ${token} `, visit)
  const key = entity === null ? null : entityKey(entity)
  if (key === null) return
  const entityHash = hashText(HASH_START, key)
  visit(ENTITY_WORDS, finish(entityHash, 4))
  for (const word of words) visit(ENTITY_WORDS, finish(hashNumber(entityHash, word), 5))
}

function visitCharacters(padded: string, visit: FeatureVisitor): void {
  for (let start = 0; start < padded.length - 1; start++) {
    let hash = HASH_START
    const end = Math.min(padded.length, start + LONGEST_CHARACTERS)
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), HASH_PRIME)
      if (at - start + 1 >= SHORTEST_CHARACTERS) visit(CHARACTERS, finish(hash, 3))
    }
  }
}

/** FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
const HASH_START = 0x811c9dc5
const HASH_PRIME = 0x01000193

function hashText(start: number, text: string): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME)
  return hash
}

const hashNumber = (start: number, value: number): number =>
  Math.imul(Math.imul(start ^ (value & 0xffff), HASH_PRIME) ^ (value >>> 16), HASH_PRIME)

/** Mixes a hash into all its bits (MurmurHash3's finaliser), with a seed for each kind. */
function finish(hash: number, kind: number): number {
  let mixed = hash ^ Math.imul(kind, 0x9e3779b9)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
