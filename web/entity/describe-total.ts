import { formatCount } from '../numbers/format-number.ts'

/** The number of tweets that match. Some filters have no total: then those that are loaded, which may be all. */
export function describeTotal(totalCount: number | null, loadedCount: number, hasMore: boolean): string {
  if (totalCount !== null) return formatCount(totalCount)
  return hasMore ? `${formatCount(loadedCount)} or more` : formatCount(loadedCount)
}
