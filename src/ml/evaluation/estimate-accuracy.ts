import type { Estimate } from '../../statistics/estimate.ts'
import { type BootstrapOptions, clusterBootstrap } from './cluster-bootstrap.ts'
import { ratio } from './ratio.ts'
import { resampledEstimate } from './resampled-estimate.ts'

/** A prediction for a row with a known label. */
export interface Answered {
  /** Rows that share it are variants of one tweet. */
  readonly tweet: string
  readonly isRight: boolean
}

/** Accuracy with an interval from resampling tweets, for predictions without probabilities. */
export function estimateAccuracy(answers: readonly Answered[], bootstrap: BootstrapOptions): Estimate {
  const tallies = new Map<string, Float64Array>()
  for (const { tweet, isRight } of answers) {
    const [right = 0, rows = 0] = tallies.get(tweet) ?? []
    tallies.set(tweet, Float64Array.of(right + Number(isRight), rows + 1))
  }
  const share = ([right = 0, rows = 0]: Float64Array) => [ratio(right, rows)]
  const [interval] = clusterBootstrap([...tallies.values()], share, bootstrap)
  return resampledEstimate(ratio(answers.filter(({ isRight }) => isRight).length, answers.length), interval, {
    sampleSize: answers.length,
    tweets: () => tallies.size,
  })
}
