import { type Estimate, mirrorEstimate } from '../../statistics/estimate.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { SentimentSummary } from '../sentiment-summary.ts'
import { type ComparedPair, comparePairs } from './compare-pairs.ts'

export interface ComparisonItem<T> {
  readonly entity: T
  readonly summary: SentimentSummary
  /** Of the classifications of all compared entities. */
  readonly shareOfVoice: Estimate
  /** Its net sentiment less that of the first item. Null for the first item. */
  readonly difference: Estimate | null
  /** Of that difference. Null for the first item, and if one of the two has no opinions. */
  readonly isSignificant: boolean | null
}

export interface EntityComparison<T> {
  readonly items: readonly ComparisonItem<T>[]
  readonly pairs: readonly ComparedPair<T>[]
  /** Names that no entity has. */
  readonly unknownNames: readonly string[]
}

/** Compares every pair. The difference of an item from the first item is that of their pair with the opposite sign. */
export function shapeComparison<T>(
  compared: readonly { readonly entity: T; readonly summary: SentimentSummary }[],
): Pick<EntityComparison<T>, 'items' | 'pairs'> {
  const all = compared.reduce((sum, { summary }) => sum + summary.counts.total, 0)
  const pairs = comparePairs(compared.map(({ entity, summary }) => ({ entity, counts: summary.counts })))
  // Pairs with the first come first.
  const withFirst = [null, ...pairs.slice(0, Math.max(0, compared.length - 1))]
  return {
    items: compared.map(({ entity, summary }, index) => {
      const pair = withFirst[index] ?? null
      return {
        entity,
        summary,
        shareOfVoice: wilson(summary.counts.total, all),
        difference: pair === null ? null : mirrorEstimate(pair.difference),
        isSignificant: pair?.isSignificant ?? null,
      }
    }),
    pairs: pairs.map(pair => ({ ...pair, first: pair.first.entity, second: pair.second.entity })),
  }
}
