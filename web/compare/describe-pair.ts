import { known } from '../numbers/estimate.ts'
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

/** The figures behind it: how much, in which interval, and how probable by chance. */
export function describeDifference({ difference, adjustedPValue }: Pair): string {
  const measured = known(difference)
  if (measured === null) return 'no data'
  const { value, low, high } = measured
  const p = adjustedPValue === null ? '' : `, p ${adjustedPValue < 0.001 ? '< 0.001' : formatDecimal(adjustedPValue)}`
  return `${formatSigned(value)} (${formatSigned(low)} to ${formatSigned(high)})${p}`
}
