import { type Estimate, known } from './estimate.ts'
import { formatCount } from './format-number.ts'

/** In words for titles and screen readers: +0.34, 95 % interval +0.30 to +0.38, n 1,204. */
export function describeEstimate(estimate: Estimate, format: (value: number) => string): string {
  const measured = known(estimate)
  if (measured === null) return 'no data'
  const { value, low, high, sampleSize } = measured
  return `${format(value)}, 95 % interval ${format(low)} to ${format(high)}, n ${formatCount(sampleSize)}`
}
