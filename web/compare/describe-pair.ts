import { type Known, known } from '../numbers/estimate.ts'
import { formatDecimal, formatSigned } from '../numbers/format-number.ts'
import type { Comparison } from './compare-query.ts'

type Pair = Comparison['pairs'][number]

/** Which of two entities is felt better about, if that can be said. */
export function describePair({ first, second, difference, isSignificant }: Pair): string {
  const { value } = difference
  if (value === null || isSignificant === null)
    return `${first.name} and ${second.name} cannot be compared: one has no opinions`
  if (!isSignificant) return `No difference between ${first.name} and ${second.name} holds up`
  const [better, worse] = value > 0 ? [first, second] : [second, first]
  return `${better.name} is felt better about than ${worse.name}`
}

/** The figures behind it, from the side of the one that is felt better about: how much, in which interval, how probable by chance. */
export function describeDifference({ difference, adjustedPValue }: Pair): string {
  const measured = known(difference)
  if (measured === null) return 'no data'
  const { value, low, high } = measured.value < 0 ? turned(measured) : measured
  const p = adjustedPValue === null ? '' : `, p ${adjustedPValue < 0.001 ? '< 0.001' : formatDecimal(adjustedPValue)}`
  return `${formatSigned(value)} (${formatSigned(low)} to ${formatSigned(high)})${p}`
}

const turned = ({ value, low, high }: Known) => ({ value: -value, low: -high, high: -low })
