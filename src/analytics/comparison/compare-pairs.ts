import type { Estimate } from '../../statistics/estimate.ts'
import { holm } from '../../statistics/holm.ts'
import { shareTest } from '../../statistics/share-test.ts'
import type { LabelCounts } from '../label-counts.ts'
import { positiveShare, sentimentDifference } from '../sentiment-difference.ts'

/** A difference with a larger p-value may be due to chance. */
const SIGNIFICANCE_LEVEL = 0.05

/** How two of the compared differ in net sentiment; `first` comes before `second` in what was compared. */
export interface ComparedPair<T> {
  readonly first: T
  readonly second: T
  /** Net sentiment of the first less that of the second, -2 to 2. The sample size is the opinions of both. */
  readonly difference: Estimate
  /** Null if one of them has no opinions, like the two below. */
  readonly pValue: number | null
  /** Corrected for all pairs of the comparison. */
  readonly adjustedPValue: number | null
  readonly isSignificant: boolean | null
}

/**
 * Compares the net sentiment of every pair: n (n - 1) / 2 pairs in the order of `compared`. Net sentiment is 2 p - 1 of the share p of
 * positive opinions, so the test of a difference is that of the two shares.
 */
export function comparePairs<T extends { readonly counts: Pick<LabelCounts, 'positive' | 'negative'> }>(
  compared: readonly T[],
): readonly ComparedPair<T>[] {
  const pairs = compared.flatMap((first, index) => compared.slice(index + 1).map(second => ({ first, second })))
  const tested = pairs.map(({ first, second }) => ({
    first,
    second,
    difference: sentimentDifference(first.counts, second.counts),
    pValue: shareTest(positiveShare(first.counts), positiveShare(second.counts)),
  }))
  const adjusted = holm(tested.map(({ pValue }) => pValue))
  return tested.map((pair, index) => {
    const adjustedPValue = adjusted[index] ?? null
    return {
      ...pair,
      adjustedPValue,
      isSignificant: adjustedPValue === null ? null : adjustedPValue < SIGNIFICANCE_LEVEL,
    }
  })
}
