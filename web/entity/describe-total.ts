import { formatCount } from '../numbers/format-number.ts'

/** The length of a list, as far as it is known. */
interface Length {
  readonly totalCount?: number | null | undefined
  /** A lower bound, if the length is unknown. */
  readonly minimumCount?: number | null | undefined
}

/** The number of tweets that match. If it is unknown: a lower bound, and at least those that are loaded, which may be all. */
export function describeTotal({ totalCount, minimumCount }: Length, loadedCount: number, hasMore: boolean): string {
  if (typeof totalCount === 'number') return formatCount(totalCount)
  if (!hasMore) return formatCount(loadedCount)
  const least = (minimumCount ?? 0) - 1
  return least > loadedCount ? `more than ${formatCount(roundedDown(least))}` : `${formatCount(loadedCount)} or more`
}

/** To two digits: a bound needs no more. */
function roundedDown(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.floor(count / unit) * unit
}
