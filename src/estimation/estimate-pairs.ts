import { holm } from '../statistics/holm.ts'
import type { PairEstimate } from './service.ts'

const SIGNIFICANCE_LEVEL = 0.05

/** The difference of two entities; every figure is null if one of them has no tweets. */
export interface EstimatedPair<T> {
  readonly first: T
  readonly second: T
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly pValue: number | null
  readonly adjustedPValue: number | null
  readonly isSignificant: boolean | null
}

/** Every pair, by first entity, then second, with p-values corrected for all of them. */
export function estimatePairs<T>(
  entities: readonly T[],
  differenceOf: (first: number, second: number) => PairEstimate,
): readonly EstimatedPair<T>[] {
  const pairs = entities.flatMap((first, index) =>
    entities.slice(index + 1).map((second, offset) => ({
      first,
      second,
      ...(differenceOf(index, index + 1 + offset) ?? { value: null, low: null, high: null, pValue: null }),
    })),
  )
  const adjusted = holm(pairs.map(({ pValue }) => pValue))
  return pairs.map((pair, index) => {
    const adjustedPValue = adjusted[index] ?? null
    return {
      ...pair,
      adjustedPValue,
      isSignificant: adjustedPValue === null ? null : adjustedPValue < SIGNIFICANCE_LEVEL,
    }
  })
}
