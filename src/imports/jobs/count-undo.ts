import type { Pool } from 'pg'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'

/** What undoing an import would remove at this moment. */
export interface UndoCounts {
  readonly mentionCount: number
  readonly tweetCount: number
  /** Entities that the removed mentions are about. */
  readonly entityCount: number
  /** Mentions among them that people have labelled. */
  readonly labelCount: number
}

/** The mentions that only this import has claimed, and the tweets that have no other mention. $1 import, $2 "no entity". */
const COUNT = `
  WITH own AS MATERIALIZED (
    SELECT claim.tweet_id, claim.entity_id FROM import_mention AS claim
    WHERE claim.import_id = $1 AND NOT EXISTS (
      SELECT FROM import_mention AS other
      WHERE other.tweet_id = claim.tweet_id AND other.entity_id = claim.entity_id AND other.import_id <> $1)
  )
  SELECT (SELECT count(*) FROM own)::int AS "mentionCount",
    (SELECT count(*) FROM own JOIN resolved_label USING (tweet_id, entity_id))::int AS "labelCount",
    (SELECT count(DISTINCT entity_id) FROM own WHERE entity_id <> $2)::int AS "entityCount",
    (SELECT count(*) FROM (SELECT DISTINCT tweet_id FROM own) AS tweet
     WHERE NOT EXISTS (
       SELECT FROM classification AS c WHERE c.tweet_id = tweet.tweet_id
       AND NOT EXISTS (SELECT FROM own WHERE own.tweet_id = c.tweet_id AND own.entity_id = c.entity_id)))::int AS "tweetCount"`

/** Counts what undoing would remove, and changes nothing. */
export async function countUndo(pool: Pool, importId: string): Promise<UndoCounts> {
  const { rows } = await pool.query<UndoCounts>(COUNT, [importId, NO_ENTITY_ID])
  return rows[0] ?? { mentionCount: 0, tweetCount: 0, entityCount: 0, labelCount: 0 }
}
