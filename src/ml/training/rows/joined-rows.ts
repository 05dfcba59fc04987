import type { Example } from '../pooled-bilstm/examples.ts'
import type { Material } from './made-row.ts'
import type { Sentiment } from './sentiment.ts'

/** Tweets that may be joined, by sentiment. */
export type JoinableTweets = readonly [readonly Example[], readonly Example[], readonly Example[]]

/** In tokens. */
const SHORTEST = 4
const LONGEST = 30
const SHORT = 13

/** Tweets in which their entity was found, and that are short enough for two of them to be read. */
export function joinableTweets(examples: readonly Example[]): JoinableTweets {
  const of = (sentiment: Sentiment) =>
    examples.filter(
      ({ kind, sentiment: own, tokenIds }) =>
        kind === 1 && own === sentiment && tokenIds.length >= SHORTEST && tokenIds.length <= LONGEST,
    )
  return [of(0), of(1), of(2)]
}

/** Two tweets about different entities, one after the other. Null if the draw has no second tweet that fits. */
export function drawJoinedTweets(
  { dice, constructions }: Material,
  tweets: JoinableTweets,
): { readonly text: string; readonly tweets: readonly [Example, Example] } | null {
  const labels = ([0, 1, 2] as const).filter(label => tweets[label].length > 0)
  if (labels.length < 2) return null
  const first = dice.pick(labels)
  const second = dice.chance(0.9) ? dice.pick(labels.filter(label => label !== first)) : first
  const longest = dice.chance(0.5) ? SHORT : LONGEST
  const short = (label: Sentiment) => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const tweet = dice.pick(tweets[label])
      if (tweet.tokenIds.length <= longest) return tweet
    }
    return null
  }
  const [one, other] = [short(first), short(second)]
  if (one === null || other === null) return null
  return { text: `${one.row.text}${dice.pick(constructions.between)}${other.row.text}`, tweets: [one, other] }
}
