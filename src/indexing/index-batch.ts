import { setImmediate } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { type Runner, takeIndexingLease } from '../jobs/lease.ts'
import { inTransaction } from '../storage/transaction.ts'
import { type Contribution, changesBetween, contributionOf } from './count-terms.ts'
import type { IndexedTweet } from './indexed-tweet.ts'
import { readIndexedTweets, readStoredTweets, readVariants, type StoredTweet, takeChanged } from './read-changes.ts'
import { searchedText } from './searched-text.ts'
import { tweetTerms } from './tweet-terms.ts'
import { removeIndexedTweets, type TweetToIndex, writeIndexedTweets } from './write-indexed-tweets.ts'
import { writeTermCounts } from './write-term-counts.ts'

/**
 * Takes changed tweets from the queue and updates the index and the counts, in one transaction: a killed process leaves nothing half done.
 * The contribution of each tweet is computed again and compared with the one that was counted. The result therefore does not depend on the
 * kind, number or order of the changes.
 *
 * @returns The number of tweets that were taken; 0 if the queue is empty or another process indexes.
 */
export const indexBatch = (pool: Pool, indexer: Runner, size: number): Promise<number> =>
  inTransaction(pool, async client => {
    if (!(await takeIndexingLease(client, indexer))) return 0
    const changed = await takeChanged(client, size)
    if (changed.length > 0) await indexTweets(client, changed)
    return changed.length
  })

async function indexTweets(client: PoolClient, changed: readonly string[]): Promise<void> {
  const stored = await readWords(await readStoredTweets(client, changed))
  const indexed = await readIndexedTweets(client, changed)
  const externalIds = new Set([...stored, ...indexed].flatMap(({ externalId }) => externalId ?? []))
  const variants = await readVariants(client, [...externalIds], changed.length)

  const before = byId([...variants, ...indexed])
  const after = new Map(before)
  for (const id of changed) after.delete(id)
  for (const tweet of stored) after.set(tweet.tweetId, tweet)

  await writeTermCounts(client, changesBetween(contributionsOf(before), contributionsOf(after)))
  await writeIndexedTweets(client, stored)
  const remaining = new Set(stored.map(({ tweetId }) => tweetId))
  await removeIndexedTweets(
    client,
    indexed.map(({ tweetId }) => tweetId).filter(id => !remaining.has(id)),
  )
}

/** Tweets between two turns of the event loop, because requests wait for this thread. */
const WORDS_AT_ONCE = 25

async function readWords(tweets: readonly StoredTweet[]): Promise<readonly TweetToIndex[]> {
  const read: TweetToIndex[] = []
  for (const { text, ...tweet } of tweets) {
    read.push({ ...tweet, terms: tweetTerms(text), searchedText: searchedText(text) })
    if (read.length % WORDS_AT_ONCE === 0) await setImmediate()
  }
  return read
}

const byId = (tweets: readonly IndexedTweet[]): ReadonlyMap<string, IndexedTweet> =>
  new Map(tweets.map(tweet => [tweet.tweetId, tweet]))

/** One for each external id, and one for each tweet without an external id. */
function contributionsOf(tweets: ReadonlyMap<string, IndexedTweet>): readonly Contribution[] {
  const groups = new Map<string, IndexedTweet[]>()
  for (const tweet of tweets.values()) {
    const key = tweet.externalId === null ? `tweet ${tweet.tweetId}` : `external ${tweet.externalId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [tweet])
    else group.push(tweet)
  }
  return [...groups.values()].map(group => contributionOf(group.sort(byTweetId)))
}

const byTweetId = (one: IndexedTweet, other: IndexedTweet) => (one.tweetId < other.tweetId ? -1 : 1)
