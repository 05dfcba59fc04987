/** Where the series takes as many terms as the continued fraction takes steps. */
const CROSSOVER = 3
const FRACTION_STEPS = 60

/**
 * The probability that a standard normal value lies at least `z` from 0, on either side: 1 at 0, 0.05 at 1.96. To 12 digits or so, also far
 * out, where subtracting from 1 would leave nothing. From 1 less the series of the error function's inner part (Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 1964, 26.2.11) and from the continued fraction of its tail (26.2.14).
 */
export function normalTails(z: number): number {
  const distance = Math.abs(z)
  const density = Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI)
  if (distance < CROSSOVER) {
    let term = distance
    let sum = distance
    for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
      term *= (distance * distance) / odd
      sum += term
    }
    return 1 - 2 * density * sum
  }
  let fraction = distance
  for (let step = FRACTION_STEPS; step > 0; step--) fraction = distance + step / fraction
  return (2 * density) / fraction
}
