import type { Pool, PoolClient } from 'pg'
import { ALIASES } from '../entities/read-names.ts'
import { longStatement } from '../storage/long-statement.ts'
import type { PairKey } from './claim-job.ts'

/** A stored mention: the input of a model, and the time at which it counts. */
export interface StoredPair extends PairKey {
  readonly text: string
  /** The entity's own name; null for "no entity". */
  readonly entity: string | null
  readonly aliases: readonly string[]
  readonly countedAt: Date
  readonly isUndated: boolean
}

const COLUMNS = `pair.tweet_id AS "tweetId", pair.entity_id AS "entityId", tweet.text, nullif(entity.name, '') AS entity, ${ALIASES} AS aliases,
    coalesce(tweet.posted_at, tweet.stored_at) AS "countedAt", tweet.posted_at IS NULL AS "isUndated"`

const JOINS = `
  JOIN tweet ON tweet.id = pair.tweet_id
  JOIN entity ON entity.id = pair.entity_id`

/** $1, $2 the pair before the first one; $3 the model version; $4 the limit. Reads one range of the index by tweet, entity and version. */
const PAGE = `
  WITH pair AS (
    SELECT DISTINCT tweet_id, entity_id FROM classification
    WHERE (tweet_id, entity_id) > ($1::uuid, $2::uuid) ORDER BY tweet_id, entity_id LIMIT $4)
  SELECT ${COLUMNS}, EXISTS (
      SELECT 1 FROM classification AS own
      WHERE own.tweet_id = pair.tweet_id AND own.entity_id = pair.entity_id AND own.model_version_id = $3
    ) AS "isClassified"
  FROM pair ${JOINS} ORDER BY pair.tweet_id, pair.entity_id`

/** $1 the model version; $2 the limit. */
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

/** The next pairs after the cursor, and whether the version has classified each. */
export async function readPage(
  pool: Pool,
  cursor: PairKey,
  modelVersionId: string,
  size: number,
): Promise<readonly PagePair[]> {
  const values = [cursor.tweetId, cursor.entityId, modelVersionId, size]
  return (await pool.query<PagePair>(PAGE, values)).rows
}

/** Up to `size` pairs that the version has not classified, regardless of the cursor. Reads the whole index if none is missing. */
export async function readMissing(
  database: Pool | PoolClient,
  modelVersionId: string,
  size: number,
): Promise<readonly StoredPair[]> {
  return (await longStatement<StoredPair>(database, MISSING, [modelVersionId, size])).rows
}

/** The number of stored pairs. */
export async function countPairs(pool: Pool): Promise<number> {
  return (await longStatement<{ total: number }>(pool, COUNT)).rows[0]?.total ?? 0
}
