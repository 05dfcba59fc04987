/** From here on, Stirling's series with four terms is accurate to 12 digits. */
const SERIES_FROM = 8

/** Natural logarithm of the gamma function for x > 0 (Abramowitz and Stegun, 1964, 6.1.15 and 6.1.41). */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  for (; shifted < SERIES_FROM; shifted++) product *= shifted
  const inverse = 1 / shifted
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}
