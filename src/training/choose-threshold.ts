/** One answer on a row whose right answer is known. */
export interface Answer {
  readonly confidence: number
  readonly isRight: boolean
}

/**
 * The lowest confidence, in hundredths, from which upwards answers are right in at least `wanted` of the cases; null where no such
 * confidence has an answer above it.
 */
export function chooseThreshold(answers: readonly Answer[], wanted: number): number | null {
  for (let hundredths = 0; hundredths <= 100; hundredths++) {
    const certain = answers.filter(({ confidence }) => confidence >= hundredths / 100)
    const right = certain.filter(({ isRight }) => isRight).length
    if (certain.length > 0 && right / certain.length >= wanted) return hundredths / 100
  }
  return null
}
