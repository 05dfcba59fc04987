/**
 * The nearest valid shares: none below 0, sum 1. The Euclidean projection onto the probability simplex subtracts the same amount from each
 * and raises negative results to 0 (J. Duchi et al., Efficient projections onto the l1-ball, ICML 2008, figure 1).
 */
export function nearestShares(values: readonly number[]): number[] {
  const descending = [...values].sort((one, other) => other - one)
  let sum = 0
  let taken = 0
  for (const [index, value] of descending.entries()) {
    sum += value
    const amount = (sum - 1) / (index + 1)
    if (value > amount) taken = amount
  }
  return values.map(value => Math.max(0, value - taken))
}
