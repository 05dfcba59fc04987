import { type Known, known } from '../numbers/estimate.ts'
import { formatCount, formatDecimal, formatSigned, formatThousandths } from '../numbers/format-number.ts'
import type { ComparedPair } from './compare-query.ts'

/** Which of two entities has the higher net sentiment, if the difference is significant, and what would show it otherwise. */
export function describePair({ first, second, difference, isSignificant, neededLabelCount }: ComparedPair): string {
  if (difference.value === null || isSignificant === null)
    return `${first.name} and ${second.name} cannot be compared: one of them has no tweets`
  if (!isSignificant) {
    const needed =
      neededLabelCount === null
        ? 'The present values are too close for any number of labels to show one. Label some tweets of each to check these values.'
        : `With about ${formatCount(neededLabelCount)} more labels of each it would be significant, if the present values are right.`
    return `No significant difference between ${first.name} and ${second.name}. ${needed}`
  }
  const [better, worse] = difference.value > 0 ? [first, second] : [second, first]
  return `Sentiment is better towards ${better.name} than towards ${worse.name}`
}

/** The difference from the side of the better one, with its interval and p-value. */
export function describeDifference({ difference, adjustedPValue }: ComparedPair): string {
  const measured = known(difference)
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
