/** Which side of zero the whole interval lies on; a coloured mark must not claim more than was measured. */
export function direction(low: number, high: number): 'positive' | 'negative' | 'open' {
  if (low > 0) return 'positive'
  return high < 0 ? 'negative' : 'open'
}
