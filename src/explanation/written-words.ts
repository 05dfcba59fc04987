import { createNameMarker } from '../ml/language/names/mark-names.ts'
import { alignTweet } from '../ml/language/tweet-words/align-tweet.ts'
import { entityNames } from '../ml/language/tweet-words/entity-names.ts'
import { matchEntity } from '../ml/language/tweet-words/match-entity.ts'
import { isPunctuation, type LocatedSurface, locatedSurfaces } from '../ml/language/tweet-words/tweet-surfaces.ts'
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

/** The pieces that are names of the entity or parts of one, and those that an older model marks as such. */
function ownWords(names: readonly string[], text: string, located: readonly LocatedSurface[]): ReadonlySet<number> {
  const surfaces = located.map(({ surface }) => surface)
  return new Set([
    ...createNameMarker(names, { hasAllParts: true })(text, located),
    ...names.flatMap(name => [...matchEntity(surfaces, entityNames(name))]),
  ])
}

const NOWHERE: ReadonlySet<number> = new Set()
