import { alignTweet } from '../language/tweet-words/align-tweet.ts'
import { entityNames } from '../language/tweet-words/entity-names.ts'
import { matchEntity } from '../language/tweet-words/match-entity.ts'
import { isPunctuation, placedSurfaces } from '../language/tweet-words/tweet-surfaces.ts'
import type { Mention } from '../network/classifier.ts'

/** A stretch of a tweet that people take for one word. Offsets are UTF-16 units of the tweet as it was given. */
export interface TweetTerm {
  readonly start: number
  readonly end: number
}

/** As many words as the network reads of a tweet; a tweet seldom has more than fifty. */
export const MAX_TERMS = 64

/**
 * The first `MAX_TERMS` words, numbers, hashtags, mentions, addresses, emoji and faces of a tweet, from left to right; none overlap. The
 * name of the entity is left out: without it the question would be another one. So is punctuation.
 */
export function tweetTerms({ text, entity }: Mention): readonly TweetTerm[] {
  const aligned = alignTweet(text)
  const placed = [...placedSurfaces(aligned.text)]
  const surfaces = placed.map(({ surface }) => surface)
  const named = entity === null ? NOWHERE : matchEntity(surfaces, entityNames(entity))
  const terms: (TweetTerm & { readonly isNamed: boolean })[] = []
  for (const [place, { surface, start, end }] of placed.entries()) {
    if (isPunctuation(surface)) continue
    const term = { start: aligned.startOf(start), end: aligned.endOf(end - 1), isNamed: named.has(place) }
    const before = terms.at(-1)
    // One character as it was written may be several when decoded: the members of a family, the parts of a fraction.
    if (before === undefined || term.start >= before.end) terms.push(term)
    else terms[terms.length - 1] = { ...before, end: term.end, isNamed: before.isNamed || term.isNamed }
  }
  return terms
    .filter(({ isNamed }) => !isNamed)
    .slice(0, MAX_TERMS)
    .map(({ start, end }) => ({ start, end }))
}

const NOWHERE: ReadonlySet<number> = new Set()
