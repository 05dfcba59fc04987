import type { Answer } from './choose-threshold.ts'

/** Hundredths, so that a manifest's threshold reads like what it is. */
const STEPS = 100

/**
 * The lowest confidence, in hundredths, above which answers taken together are right in at least `wanted` of the cases: the point of the
 * risk-coverage curve with the widest coverage that the accuracy allows. Null where there is none.
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
