import { type EntityNames, lettersAndDigits, SHORTEST_WORD } from './entity-names.ts'
import type { Surface } from './tweet-surfaces.ts'

/** Number of pieces of a tweet that may form one name together. */
const LONGEST_NAME = 7

/** Scripts that do not separate words: a piece of such a tweet is a whole clause. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Lm}]{2,}$/u

/**
 * Indices in `surfaces` of the pieces that mention the entity; empty if it is not mentioned. Parts of a name count only
 * if no whole name was found.
 */
export function matchEntity(surfaces: readonly Surface[], { whole, pairs, words }: EntityNames): Set<number> {
  const keys = surfaces.map(({ kind, text }) => (kind === 'symbol' ? '' : lettersAndDigits(withoutOwner(text))))
  const found = new Set<number>()
  for (const name of whole) findName(surfaces, keys, name, found)
  if (found.size === 0 && surfaces.some(isOwner)) {
    const spelt = surfaces.map(({ kind, text }) => (kind === 'symbol' ? '' : lettersAndDigits(text)))
    for (const name of whole) findName(surfaces, spelt, name, found)
  }
  if (found.size > 0) return found
  for (const pair of pairs) findName(surfaces, keys, pair, found)
  for (const word of words) findWord(surfaces, keys, word, found)
  return found
}

/** Finds the name where consecutive pieces spell it, and inside hashtags and other mentions. */
function findName(surfaces: readonly Surface[], keys: readonly string[], name: string, found: Set<number>): void {
  const isUnspaced = UNSPACED.test(name)
  for (let start = 0; start < keys.length; start++) {
    const key = keys[start] as string
    if (key === '') continue
    const { kind } = surfaces[start] as Surface
    // Cheap check by the first letter: a piece without an inner name must begin as the name does.
    if (!isUnspaced && !isTag(kind) && key.charCodeAt(0) !== name.charCodeAt(0)) continue
    if (isVariant(key, name) || (isTag(kind) && name.length > 2 && key.startsWith(name))) found.add(start)
    else if ((isUnspaced || (isTag(kind) && name.length >= SHORTEST_WORD)) && key.includes(name)) found.add(start)
    else if (name.startsWith(key)) spell(keys, start, name, found)
  }
}

function spell(keys: readonly string[], start: number, name: string, found: Set<number>): void {
  let spelt = ''
  for (let end = start; end < Math.min(keys.length, start + LONGEST_NAME); end++) {
    spelt += keys[end]
    if (isVariant(spelt, name)) {
      for (let index = start; index <= end; index++) if (keys[index] !== '') found.add(index)
      return
    }
    if (!name.startsWith(spelt)) return
  }
}

function findWord(surfaces: readonly Surface[], keys: readonly string[], word: string, found: Set<number>): void {
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string
    const { kind } = surfaces[index] as Surface
    if (isVariant(key, word) || (isTag(kind) && key.includes(word))) found.add(index)
  }
}

/** The name, its plural, or the name with an edition number ("RDR2"). */
function isVariant(key: string, name: string): boolean {
  if (!key.startsWith(name)) return false
  const rest = key.slice(name.length)
  return (
    rest === '' || (rest === 's' && name.length >= SHORTEST_WORD) || (name.length > 2 && /^\p{N}{1,4}$/u.test(rest))
  )
}

const withoutOwner = (text: string) => (text.endsWith("'s") ? text.slice(0, -2) : text)

/** "Assassin's Creed" is also written "AssassinsCreed". */
const isOwner = ({ text }: Surface) => text.endsWith("'s")

const isTag = (kind: Surface['kind']) => kind === 'mention' || kind === 'hashtag'
