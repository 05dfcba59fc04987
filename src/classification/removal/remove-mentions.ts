import type { PoolClient } from 'pg'
import { failureCode } from '../../storage/connection-failure.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'

/** A mention: a tweet together with an entity, or with "no entity". */
export interface MentionKey {
  readonly tweetId: string
  readonly entityId: string
}

const REMOVE = (table: 'classification' | 'mention_label' | 'resolved_label') => `
  DELETE FROM ${table} AS stored USING unnest($1::uuid[], $2::uuid[]) AS removed (tweet_id, entity_id)
  WHERE stored.tweet_id = removed.tweet_id AND stored.entity_id = removed.entity_id`

/**
 * Removes the classifications and labels of mentions, and then their tweets that have no other mention. Returns the number of these tweets.
 * `tweetIds` may have further tweets that lost their mentions.
 */
export async function removeMentions(
  client: PoolClient,
  mentions: readonly MentionKey[],
  tweetIds: readonly string[] = [...new Set(mentions.map(({ tweetId }) => tweetId))],
): Promise<number> {
  const columns = [mentions.map(({ tweetId }) => tweetId), mentions.map(({ entityId }) => entityId)]
  await client.query(REMOVE('classification'), columns)
  await client.query(REMOVE('mention_label'), columns)
  await client.query(REMOVE('resolved_label'), columns)
  return removeTweets(client, tweetIds)
}

/** A transaction that refers to a locked tweet waits and then fails. References that were committed before the lock keep the tweet. */
async function removeTweets(client: PoolClient, ids: readonly string[]): Promise<number> {
  await client.query('SELECT FROM tweet WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids])
  const { rowCount } = await client.query(
    'DELETE FROM tweet WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM classification WHERE tweet_id = tweet.id)',
    [ids],
  )
  return rowCount ?? 0
}

/** Error codes of a restricting foreign key: PostgreSQL 18 has a separate code for it. */
const REFERRED_TO: ReadonlySet<string | null> = new Set(['23001', '23503'])

/** Removes entities without a mention. An entity stays if another row refers to it, such as an alias. */
export async function removeEntities(client: PoolClient, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM entity
     WHERE id = ANY($1::uuid[]) AND id <> $2 AND NOT EXISTS (SELECT FROM classification WHERE entity_id = entity.id)
     ORDER BY id FOR UPDATE`,
    [ids, NO_ENTITY_ID],
  )
  for (const { id } of rows) {
    await client.query('SAVEPOINT entity')
    try {
      await client.query(
        'DELETE FROM entity WHERE id = $1 AND NOT EXISTS (SELECT FROM classification WHERE entity_id = entity.id)',
        [id],
      )
    } catch (error) {
      if (!REFERRED_TO.has(failureCode(error))) throw error
      await client.query('ROLLBACK TO SAVEPOINT entity')
    }
    await client.query('RELEASE SAVEPOINT entity')
  }
}
