/**
 * Shares drawn from a Dirichlet distribution, as gamma values divided by their sum. They sum to 1; the higher a weight (each above 0), the
 * closer its share to its part of all weights.
 */
export function drawShares(weights: readonly number[], random: () => number): number[] {
  const values = weights.map(weight => drawGamma(weight, random))
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map(value => value / sum)
}

/** G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26, 2000, 363-372; scale 1. */
function drawGamma(shape: number, random: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random) * positive(random) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = drawNormal(random)
    const cubed = (1 + c * normal) ** 3
    if (cubed > 0 && Math.log(positive(random)) < (normal * normal) / 2 + d - d * cubed + d * Math.log(cubed))
      return d * cubed
  }
}

/** Box and Muller, 1958. */
const drawNormal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random())

/** In (0, 1]. */
const positive = (random: () => number) => 1 - random()
