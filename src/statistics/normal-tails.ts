/** At this distance the series needs as many terms as the continued fraction needs steps. */
const CROSSOVER = 3
const FRACTION_STEPS = 60

/**
 * The probability that a standard normal value is at least `z` away from 0, on either side: 1 at 0, 0.05 at 1.96.
 * Accurate to about 12 digits, even far out, where subtracting from 1 would lose all of them. Near 0 it uses the series
 * of the normal integral (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.2.11); farther out, the
 * continued fraction of its tail (26.2.14).
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
