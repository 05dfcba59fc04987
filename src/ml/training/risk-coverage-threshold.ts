import type { Answer } from './choose-threshold.ts'

/** Hundredths, so that thresholds in manifests are readable. */
const STEPS = 100

/**
 * The lowest confidence, in hundredths, above which at least `wanted` of all results are correct: the point of the
 * risk-coverage curve with the widest coverage at that accuracy. Null if there is none.
 */
export function riskCoverageThreshold(answers: readonly Answer[], wanted: number): number | null {
  for (let step = 0; step < STEPS; step++) {
    const threshold = step / STEPS
    const answered = answers.filter(({ confidence }) => confidence >= threshold)
    const right = answered.filter(({ isRight }) => isRight)
    if (answered.length > 0 && right.length >= wanted * answered.length) return threshold
  }
  return null
}
