import { type Estimate, mapEstimate } from '../../statistics/estimate.ts'
import { holm } from '../../statistics/holm.ts'
import { newcombe } from '../../statistics/newcombe.ts'
import { shareTest } from '../../statistics/share-test.ts'
import type { LabelCounts } from '../label-counts.ts'

/** Above it a difference may be chance. */
const SIGNIFICANCE_LEVEL = 0.05

/** How two of the compared differ in net sentiment; `first` comes before `second` in what was compared. */
export interface ComparedPair<T> {
  readonly first: T
  readonly second: T
  /** Net sentiment of the first less that of the second, -2 to 2; the sample is the opinions of both. */
  readonly difference: Estimate
  /** Null where one of them has no opinions, like the two below. */
  readonly pValue: number | null
  /** Among all pairs that are compared with it. */
  readonly adjustedPValue: number | null
  readonly isSignificant: boolean | null
}

/**
 * Compares the net sentiment of each with each, n (n - 1) / 2 pairs in the order of `compared`. Net sentiment is 2 p - 1 of the share p of
 * positive among the opinions, so a difference of two is twice that of the shares: Newcombe's interval is doubled, and the test is that of
 * the shares.
 */
export function comparePairs<T extends { readonly counts: Pick<LabelCounts, 'positive' | 'negative'> }>(
  compared: readonly T[],
): readonly ComparedPair<T>[] {
  const pairs = compared.flatMap((first, place) => compared.slice(place + 1).map(second => ({ first, second })))
  const tested = pairs.map(pair => {
    const [one, other] = [opinionsOf(pair.first), opinionsOf(pair.second)] as const
    return {
      ...pair,
      difference: mapEstimate(newcombe(one, other), shares => 2 * shares),
      pValue: shareTest(one, other),
    }
  })
  const adjusted = holm(tested.map(({ pValue }) => pValue))
  return tested.map((pair, place) => {
    const adjustedPValue = adjusted[place] ?? null
    return {
      ...pair,
      adjustedPValue,
      isSignificant: adjustedPValue === null ? null : adjustedPValue < SIGNIFICANCE_LEVEL,
    }
  })
}

const opinionsOf = ({
  counts: { positive, negative },
}: {
  readonly counts: Pick<LabelCounts, 'positive' | 'negative'>
}) => ({
  successes: positive,
  trials: positive + negative,
})
