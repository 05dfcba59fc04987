import { type Known, known } from '../numbers/estimate.ts'
import { formatDecimal, formatSigned, formatThousandths } from '../numbers/format-number.ts'
import type { EstimatedPair } from './compare-query.ts'

/** Which of two entities has the higher net sentiment, if the difference is significant. */
export function describePair({ first, second, value, isSignificant }: EstimatedPair): string {
  if (value === null || isSignificant === null)
    return `${first.name} and ${second.name} cannot be compared: one of them has no tweets`
  if (!isSignificant) return `No significant difference between ${first.name} and ${second.name}`
  const [better, worse] = value > 0 ? [first, second] : [second, first]
  return `Sentiment is better towards ${better.name} than towards ${worse.name}`
}

/** The difference from the side of the better one, with its interval and p-value. */
export function describeDifference({
  value: estimated,
  low: lowest,
  high: highest,
  adjustedPValue,
}: EstimatedPair): string {
  const measured = known({ value: estimated, low: lowest, high: highest, sampleSize: 0 })
  if (measured === null) return 'no data'
  const { value, low, high } = measured.value < 0 ? turned(measured) : measured
  const p = adjustedPValue === null ? '' : `, p ${formatPValue(adjustedPValue)}`
  return `${formatSigned(value)} (${formatSigned(low)} to ${formatSigned(high)})${p}`
}

/** Small ones with three decimals, because 0.00 would be impossible. */
function formatPValue(p: number): string {
  if (p < 0.001) return '< 0.001'
  return p < 0.01 ? formatThousandths(p) : formatDecimal(p)
}

const turned = ({ value, low, high }: Known) => ({ value: -value, low: -high, high: -low })
