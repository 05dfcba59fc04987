import { foldLetters } from '../ml/language/names/fold-letters.ts'
import { createNameMarker } from '../ml/language/names/mark-names.ts'
import { nameUnits } from '../ml/language/names/name-units.ts'
import { alignTweet } from '../ml/language/tweet-words/align-tweet.ts'
import { decodeTweet } from '../ml/language/tweet-words/decode-tweet.ts'
import { entityNames } from '../ml/language/tweet-words/entity-names.ts'
import { EVERYDAY_INITIALS, EVERYDAY_WORDS, PARTICLES } from '../ml/language/tweet-words/everyday-words.ts'
import { matchEntity } from '../ml/language/tweet-words/match-entity.ts'
import {
  isPunctuation,
  type LocatedSurface,
  locatedSurfaces,
  type Surface,
  URL_SYMBOL,
} from '../ml/language/tweet-words/tweet-surfaces.ts'
import type { Mention } from '../ml/network/classifier.ts'

/** A part of a tweet that reads as one word. Offsets are UTF-16 units of the tweet as it was given. */
export interface WrittenWord {
  readonly start: number
  readonly end: number
}

/** As many words as the network reads of a tweet; a tweet rarely has more than fifty. */
export const MAX_WORDS = 64

/**
 * The first `MAX_WORDS` words, numbers, hashtags, mentions, links, emoji and emoticons of a tweet, from left to right; none overlap. The
 * names of the entity and their words are excluded, because without them the model would classify another mention. So is punctuation.
 */
export function writtenWords({ text, entity, aliases = [] }: Mention): readonly WrittenWord[] {
  const aligned = alignTweet(text)
  const located = [...locatedSurfaces(aligned.text)]
  const named = entity === null ? NOWHERE : ownWords([entity, ...aliases], aligned.text, located)
  const words: (WrittenWord & { readonly isNamed: boolean })[] = []
  for (const [index, { surface, start, end }] of located.entries()) {
    if (isPunctuation(surface)) continue
    const word = { start: aligned.startOf(start), end: aligned.endOf(end - 1), isNamed: named.has(index) }
    const before = words.at(-1)
    // One written character may be several when decoded: the members of a family emoji, or the parts of a fraction.
    if (before === undefined || word.start >= before.end) words.push(word)
    else words[words.length - 1] = { ...before, end: word.end, isNamed: before.isNamed || word.isNamed }
  }
  return words
    .filter(({ isNamed }) => !isNamed)
    .slice(0, MAX_WORDS)
    .map(({ start, end }) => ({ start, end }))
}

/**
 * The pieces that are names of the entity or parts of one, and those that an older model marks as such. Also links to the entity's own
 * address, and single words of a name that are too short or too common in other forms to be marked.
 */
function ownWords(names: readonly string[], text: string, located: readonly LocatedSurface[]): ReadonlySet<number> {
  const surfaces = located.map(({ surface }) => surface)
  const isPart = partsOf(names)
  return new Set([
    ...createNameMarker(names, { hasAllParts: true })(text, located),
    ...names.flatMap(name => [...matchEntity(surfaces, entityNames(name))]),
    ...located.flatMap(({ surface, start, end }, index) => (isPart(surface, text.slice(start, end)) ? [index] : [])),
  ])
}

/** Shorter parts of a name are initials or other words. */
const SHORTEST_PART = 3

function partsOf(names: readonly string[]): (surface: Surface, written: string) => boolean {
  const whole = new Set<string>()
  const parts = new Set<string>()
  for (const name of names) {
    const decoded = decodeTweet(name)
    const units = nameUnits(decoded, 0, decoded.length, true)
    whole.add(units.map(({ letters }) => letters).join(''))
    for (const { letters } of units) {
      const isEveryday = PARTICLES.has(letters) || EVERYDAY_WORDS.has(letters) || EVERYDAY_INITIALS.has(letters)
      if (letters.length >= SHORTEST_PART && !isEveryday && !/^\p{N}+$/u.test(letters)) parts.add(letters)
    }
  }
  return (surface, written) => {
    if (surface.text === URL_SYMBOL) {
      const host = foldLetters(hostOf(written).replaceAll('-', '')).letters
      return whole.has(host.replaceAll('.', '')) || whole.has(host.slice(0, Math.max(0, host.indexOf('.'))))
    }
    if (surface.kind === 'symbol') return false
    const { letters } = foldLetters(surface.text.replace(/'s?$/, '').replaceAll('_', ''))
    const singular = /[^s]e?s$/.test(letters) ? [letters, letters.slice(0, -1), letters.replace(/es$/, '')] : [letters]
    return singular.some(form => parts.has(form) || (form.length >= SHORTEST_PART && whole.has(form)))
  }
}

const hostOf = (address: string) =>
  address
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:www|m|en)\./, '')
    .replace(/[^\p{L}\p{N}.-].*$/su, '')

const NOWHERE: ReadonlySet<number> = new Set()
