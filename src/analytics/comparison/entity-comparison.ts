import { estimateShareAmong } from '../../estimates/estimate-share-among.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { wilson } from '../../statistics/wilson.ts'
import {
  type JudgedTweets,
  mirrorSentiment,
  relevantShareEstimate,
  type SentimentEstimate,
  tweetsOf,
} from '../sentiment-estimate.ts'
import type { SentimentSummary } from '../sentiment-summary.ts'
import { type ComparedPair, comparePairs } from './compare-pairs.ts'

export interface ComparisonItem<T> {
  readonly entity: T
  readonly summary: SentimentSummary
  /** Of the classifications of all compared entities. */
  readonly shareOfVoice: Estimate
  /** Of the relevant tweets of all compared entities. */
  readonly relevantShareOfVoice: SentimentEstimate
  /** Its net sentiment less that of the first item. Null for the first item. */
  readonly difference: SentimentEstimate | null
  /** Of that difference. Null for the first item, and if one of the two has no tweets. */
  readonly isSignificant: boolean | null
}

export interface EntityComparison<T> {
  readonly items: readonly ComparisonItem<T>[]
  readonly pairs: readonly ComparedPair<T>[]
  /** Names that no entity has. */
  readonly unknownNames: readonly string[]
}

interface Compared<T> {
  readonly entity: T
  readonly summary: SentimentSummary
  readonly judged: JudgedTweets
}

/** Compares every pair. The difference of an item from the first item is that of their pair with the opposite sign. */
export function shapeComparison<T>(compared: readonly Compared<T>[]): Pick<EntityComparison<T>, 'items' | 'pairs'> {
  const all = compared.reduce((sum, { summary }) => sum + summary.counts.total, 0)
  const pairs = comparePairs(compared)
  // Pairs with the first come first.
  const withFirst = [null, ...pairs.slice(0, Math.max(0, compared.length - 1))]
  const sides = compared.map(({ judged }) => ({ labels: judged.evidence.posterior().labels, tweets: tweetsOf(judged) }))
  return {
    items: compared.map(({ entity, summary }, index) => {
      const pair = withFirst[index] ?? null
      const [own] = sides.slice(index, index + 1)
      const others = sides.filter((_, place) => place !== index)
      return {
        entity,
        summary,
        shareOfVoice: wilson(summary.counts.total, all),
        relevantShareOfVoice: relevantShareEstimate(
          own === undefined ? null : estimateShareAmong(own, others),
          index,
          compared.map(({ judged }) => judged),
        ),
        difference: pair === null ? null : mirrorSentiment(pair.difference),
        isSignificant: pair?.isSignificant ?? null,
      }
    }),
    pairs: pairs.map(pair => ({ ...pair, first: pair.first.entity, second: pair.second.entity })),
  }
}
