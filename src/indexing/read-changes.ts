import type { PoolClient } from 'pg'
import { MAX_VARIANTS } from './count-terms.ts'
import type { CountedMention, IndexedTweet } from './indexed-tweet.ts'

/** $1 is the wanted number of tweets; the last row may add up to a hundred more. */
const TAKE = `
  DELETE FROM indexing_queue WHERE id IN (
    SELECT id FROM (
      SELECT id, sum(cardinality(tweet_ids)) OVER (ORDER BY id) - cardinality(tweet_ids) AS before
      FROM (SELECT id, tweet_ids FROM indexing_queue ORDER BY id LIMIT $1) AS first
    ) AS summed WHERE before < $1)
  RETURNING tweet_ids AS "tweetIds"`

/**
 * Limit of classifications of a tweet, which has one for each entity and version; no real tweet has more. The subqueries are lateral, so that
 * each is one index lookup.
 */
const MAX_MENTIONS = 1000
const STORED = `
  SELECT t.id AS "tweetId", t.external_id AS "externalId", t.text, c.mentions
  FROM unnest($1::uuid[]) AS changed (id)
  CROSS JOIN LATERAL (SELECT id, external_id, text FROM tweet WHERE id = changed.id LIMIT 1) AS t
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(entity_id, model_version_id, CASE WHEN unread_reason IS NULL THEN label END, to_char(counted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'))) AS mentions
    FROM (
      SELECT * FROM classification WHERE tweet_id = t.id ORDER BY entity_id, model_version_id LIMIT ${MAX_MENTIONS}
    ) AS mention
  ) AS c
  WHERE c.mentions IS NOT NULL`

const COLUMNS = `tweet_id AS "tweetId", external_id AS "externalId", terms, mentions`

const INDEXED = `
  SELECT indexed.* FROM unnest($1::uuid[]) AS changed (id)
  CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM indexed_tweet WHERE tweet_id = changed.id LIMIT 1) AS indexed`

/** $2 is the limit for each external id. */
const VARIANTS = `
  SELECT indexed.* FROM unnest($1::text[]) AS wanted (id)
  CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM indexed_tweet WHERE external_id = wanted.id ORDER BY tweet_id LIMIT $2) AS indexed`

/** A tweet with at least one classification. */
export interface StoredTweet {
  readonly tweetId: string
  readonly externalId: string | null
  readonly text: string
  readonly mentions: readonly CountedMention[]
}

/** Removes about `size` tweets from the front of the queue and returns their ids, without repetitions. */
export async function takeChanged(client: PoolClient, size: number): Promise<readonly string[]> {
  const query = { name: 'take from indexing queue', text: TAKE, values: [size] }
  const { rows } = await client.query<{ tweetIds: readonly string[] }>(query)
  return [...new Set(rows.flatMap(({ tweetIds }) => tweetIds))]
}

/** The tweets as they are stored now. Omits removed tweets and tweets without a classification. */
export async function readStoredTweets(
  client: PoolClient,
  tweetIds: readonly string[],
): Promise<readonly StoredTweet[]> {
  const query = { name: 'read tweets to index', text: STORED, values: [tweetIds] }
  return (await client.query<StoredTweet>(query)).rows
}

/** The tweets as they were last indexed. */
export async function readIndexedTweets(
  client: PoolClient,
  tweetIds: readonly string[],
): Promise<readonly IndexedTweet[]> {
  const query = { name: 'read indexed tweets', text: INDEXED, values: [tweetIds] }
  return (await client.query<IndexedTweet>(query)).rows
}

/** The first indexed tweets of each external id: enough to determine which are counted, even if `changes` of them are removed. */
export async function readVariants(
  client: PoolClient,
  externalIds: readonly string[],
  changes: number,
): Promise<readonly IndexedTweet[]> {
  if (externalIds.length === 0) return []
  const query = { name: 'read variants', text: VARIANTS, values: [externalIds, MAX_VARIANTS + changes] }
  return (await client.query<IndexedTweet>(query)).rows
}
