import type { PoolClient } from 'pg'
import { lockEntities } from '../entities/lock-entities.ts'

/** In the order of ids. Rows that refer to a tweet can still be added, and two labellers of a tweet wait for each other. */
const LOCK_TWEETS = 'SELECT id FROM tweet WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE'

/** One classification of each mention. Undoing an import removes classifications before tweets, so both wait in the same order. */
const LOCK_MENTIONS = `
  SELECT wanted.tweet_id AS "tweetId" FROM unnest($1::uuid[]) AS wanted (tweet_id)
  CROSS JOIN LATERAL (
    SELECT FROM classification WHERE tweet_id = wanted.tweet_id AND entity_id = $2 LIMIT 1 FOR KEY SHARE
  ) AS found`

/**
 * The given tweets that are stored with this entity. Until the transaction ends, these mentions are neither removed, nor moved to another
 * entity, nor labelled by another transaction.
 */
export async function lockMentions(
  client: PoolClient,
  entityId: string,
  tweetIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!(await lockEntities(client, [entityId])).has(entityId)) return new Set()
  const { rows } = await client.query<{ tweetId: string }>(LOCK_MENTIONS, [[...tweetIds].sort(), entityId])
  const stored = rows.map(({ tweetId }) => tweetId)
  await client.query(LOCK_TWEETS, [stored])
  return new Set(stored)
}
