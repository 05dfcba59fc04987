import { compareNetSentiment } from '../../estimates/compare-net-sentiment.ts'
import { labelsNeeded } from '../../estimates/labels-needed.ts'
import { ZERO } from '../../estimates/matrix.ts'
import { holm } from '../../statistics/holm.ts'
import { differenceEstimate, type JudgedTweets, type SentimentEstimate, tweetsOf } from '../sentiment-estimate.ts'

/** A difference with a larger p-value may be due to chance or to errors of the model. */
const SIGNIFICANCE_LEVEL = 0.05

/** How two of the compared differ in net sentiment; `first` comes before `second` in what was compared. */
export interface ComparedPair<T> {
  readonly first: T
  readonly second: T
  /** Net sentiment of the first less that of the second, -2 to 2. */
  readonly difference: SentimentEstimate
  /** Null if one of them has no tweets, like the two below. */
  readonly pValue: number | null
  /** Corrected for all pairs of the comparison. */
  readonly adjustedPValue: number | null
  readonly isSignificant: boolean | null
  /** About how many more labels of each entity would make the difference significant; 0 if it is, and null if none would. */
  readonly neededLabelCount: number | null
}

interface Compared {
  readonly judged: JudgedTweets
}

/**
 * Compares the net sentiment of every pair: n (n - 1) / 2 pairs in the order of `compared`. All are judged by the same version, and taken to
 * be of one source.
 */
export function comparePairs<T extends Compared>(compared: readonly T[]): readonly ComparedPair<T>[] {
  const sides = compared.map(({ judged }) => ({
    labelled: judged.evidence.labelled,
    ...judged.evidence.posterior(),
    tweets: tweetsOf(judged),
  }))
  const [one] = compared
  if (one === undefined) return []
  const { errors } = one.judged.evidence
  const compare = compareNetSentiment(sides, errors, { mean: ZERO, covariance: errors.betweenSources })
  const pairs = compared.flatMap((first, index) =>
    compared.slice(index + 1).map((second, offset) => {
      const between = [index, index + 1 + offset] as const
      return { first, second, between, found: compare(...between) }
    }),
  )
  const adjusted = holm(pairs.map(({ found }) => found?.pValue ?? null))
  const tested = pairs.filter(({ found }) => found !== null).length
  return pairs.map(({ first, second, between, found }, index) => {
    const adjustedPValue = adjusted[index] ?? null
    const isSignificant = adjustedPValue === null ? null : adjustedPValue < SIGNIFICANCE_LEVEL
    const [a, b] = between.map(side => sides[side])
    const neededLabelCount = () =>
      found === null || a === undefined || b === undefined
        ? null
        : labelsNeeded(found, [a, b], SIGNIFICANCE_LEVEL / tested)
    return {
      first,
      second,
      difference: differenceEstimate(found, first.judged, second.judged),
      pValue: found?.pValue ?? null,
      adjustedPValue,
      isSignificant,
      neededLabelCount: isSignificant === true ? 0 : neededLabelCount(),
    }
  })
}
