import { findSentences, type Passage, type Sentence } from '../ml/language/clauses/find-clauses.ts'
import type { NameUnit } from '../ml/language/names/name-units.ts'
import { textUnits } from '../ml/language/names/text-units.ts'
import { type AlignedTweet, alignTweet } from '../ml/language/tweet-words/align-tweet.ts'
import { firstLocatedSurfaces, type LocatedSurface } from '../ml/language/tweet-words/tweet-surfaces.ts'

/** [start, end) in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text, read once for everything that is searched in it. */
export interface ReadText {
  /** As it was given. */
  readonly text: string
  readonly decoded: string
  readonly pieces: readonly LocatedSurface[]
  readonly units: readonly NameUnit[]
  readonly sentences: readonly Sentence[]
  /** [start, end) in the text as it was given, in UTF-16 units. */
  placeOf(span: Span): Span
}

/** The words, numbers, signs and emoji of a text that are searched: as many as 10,000 characters usually have. */
const MOST_PIECES = 2000

export function readText(text: string): ReadText {
  const aligned = alignTweet(text)
  const pieces = firstLocatedSurfaces(aligned.text, MOST_PIECES)
  return {
    text,
    decoded: aligned.text,
    pieces,
    units: textUnits(aligned.text, pieces),
    sentences: findSentences(aligned.text, pieces),
    placeOf: span => placeOf(aligned, span),
  }
}

const placeOf = (aligned: AlignedTweet, { start, end }: Span): Span => ({
  start: aligned.startOf(start),
  end: aligned.endOf(end - 1),
})

/** The pieces of a passage as a span of the decoded text. */
export function spanOf({ pieces }: ReadText, { start, end }: Passage): Span {
  return { start: pieces[start]?.start ?? 0, end: pieces[end - 1]?.end ?? 0 }
}

/** The networks of tweet words read as many. Other networks may read more, but passages do not depend on the model. */
const MOST_READ = 64

/** Whether a text has more than 64 words and signs. It is then read passage by passage. */
export const isLong = ({ pieces }: ReadText): boolean => pieces.length > MOST_READ
