/** Since November 2010, an id of Twitter has the milliseconds since this instant in its upper bits. */
const EPOCH_MS = 1_288_834_974_657n
const TIME_BITS = 22n
const ID = /^[1-9]\d{14,18}$/
const DAY_MS = 24 * 3_600_000

/** The page of a tweet on X. Null if the external id is not one of Twitter's: the time in it must be in the past, and fit the tweet's own. */
export function tweetAddress(externalId: string | null, postedAt: string | null, now: number): string | null {
  if (externalId === null || !ID.test(externalId)) return null
  const written = Number((BigInt(externalId) >> TIME_BITS) + EPOCH_MS)
  if (written > now) return null
  if (postedAt !== null && Math.abs(written - Date.parse(postedAt)) > DAY_MS) return null
  return `https://x.com/i/status/${externalId}`
}
