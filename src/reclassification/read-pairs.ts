import type { Pool, PoolClient } from 'pg'
import { longStatement } from '../storage/long-statement.ts'
import type { PairKey } from './claim-job.ts'

/** A mention that is stored: what a model needs to classify it, and where the answer counts. */
export interface StoredPair extends PairKey {
  readonly text: string
  /** As the entity was first written; null for the whole message. */
  readonly entity: string | null
  readonly countedAt: Date
}

const COLUMNS = `pair.tweet_id AS "tweetId", pair.entity_id AS "entityId", tweet.text, nullif(entity.name, '') AS entity,
    coalesce(tweet.posted_at, tweet.stored_at) AS "countedAt"`

const JOINS = `
  JOIN tweet ON tweet.id = pair.tweet_id
  JOIN entity ON entity.id = pair.entity_id`

/** $1, $2 the pair before the first; $3 the model version; $4 how many. One stretch of the index by tweet, entity and version. */
const PAGE = `
  WITH pair AS (
    SELECT DISTINCT tweet_id, entity_id FROM classification
    WHERE (tweet_id, entity_id) > ($1::uuid, $2::uuid) ORDER BY tweet_id, entity_id LIMIT $4)
  SELECT ${COLUMNS}, EXISTS (
      SELECT 1 FROM classification AS own
      WHERE own.tweet_id = pair.tweet_id AND own.entity_id = pair.entity_id AND own.model_version_id = $3
    ) AS "isClassified"
  FROM pair ${JOINS} ORDER BY pair.tweet_id, pair.entity_id`

/** $1 the model version; $2 how many. */
const MISSING = `
  WITH pair AS (
    SELECT DISTINCT other.tweet_id, other.entity_id FROM classification AS other
    WHERE other.model_version_id <> $1 AND NOT EXISTS (
      SELECT 1 FROM classification AS own
      WHERE own.tweet_id = other.tweet_id AND own.entity_id = other.entity_id AND own.model_version_id = $1)
    LIMIT $2)
  SELECT ${COLUMNS} FROM pair ${JOINS} ORDER BY pair.tweet_id, pair.entity_id`

const COUNT = 'SELECT count(*)::int AS total FROM (SELECT DISTINCT tweet_id, entity_id FROM classification) AS pair'

type PagePair = StoredPair & { readonly isClassified: boolean }

/** The next pairs behind the cursor, each with whether the version has classified it. */
export async function readPage(
  pool: Pool,
  cursor: PairKey,
  modelVersionId: string,
  size: number,
): Promise<readonly PagePair[]> {
  const values = [cursor.tweetId, cursor.entityId, modelVersionId, size]
  return (await pool.query<PagePair>(PAGE, values)).rows
}

/** Some of those that the version has not classified, wherever they stand. Reads the whole index where there are none. */
export async function readMissing(
  database: Pool | PoolClient,
  modelVersionId: string,
  size: number,
): Promise<readonly StoredPair[]> {
  return (await longStatement<StoredPair>(database, MISSING, [modelVersionId, size])).rows
}

/** How many pairs are stored. */
export async function countPairs(pool: Pool): Promise<number> {
  return (await longStatement<{ total: number }>(pool, COUNT)).rows[0]?.total ?? 0
}
