/** The side of zero that contains the whole interval. A coloured mark must not claim more than was measured. */
export function direction(low: number, high: number): 'positive' | 'negative' | 'open' {
  if (low > 0) return 'positive'
  return high < 0 ? 'negative' : 'open'
}
