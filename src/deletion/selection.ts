/** Which tweets or mentions to delete. */
export type Selection =
  | { readonly kind: 'externalIds'; readonly externalIds: readonly string[] }
  | { readonly kind: 'authors'; readonly authors: readonly string[] }
  /** The mentions of one entity. A tweet that has other mentions stays. */
  | { readonly kind: 'entity'; readonly entityId: string }
  /** Tweets that count at an earlier time than this. */
  | { readonly kind: 'before'; readonly before: Date }

/** A query for the ids of selected tweets, in a column `tweet_id`, with its one parameter. */
export interface SelectionQuery {
  readonly text: (limit: string) => string
  readonly value: unknown
}

/** Tweets that are not indexed yet are found through the queue, so external ids need no index of their own. */
const BY_EXTERNAL_ID = (limit: string) => `
  SELECT t.id AS tweet_id FROM (
    SELECT tweet_id AS id FROM indexed_tweet WHERE external_id = ANY($1::text[])
    UNION SELECT unnest(tweet_ids) FROM indexing_queue
  ) AS candidate JOIN tweet AS t USING (id) WHERE t.external_id = ANY($1::text[]) LIMIT ${limit}`

const BY_AUTHOR = (limit: string) => `SELECT id AS tweet_id FROM tweet WHERE author = ANY($1::text[]) LIMIT ${limit}`

const BY_ENTITY = (limit: string) =>
  `SELECT DISTINCT tweet_id FROM classification WHERE entity_id = $1::uuid LIMIT ${limit}`

/** Daily counts tell which entities have tweets of that time, so that no other entity is read. */
const BY_TIME = (limit: string) => `
  SELECT DISTINCT old.tweet_id FROM (
    SELECT DISTINCT entity_id, model_version_id FROM sentiment_rollup_daily WHERE bucket_start < $1::timestamptz
  ) AS series
  CROSS JOIN LATERAL (
    SELECT tweet_id FROM classification AS c
    WHERE c.entity_id = series.entity_id AND c.model_version_id = series.model_version_id AND c.counted_at < $1::timestamptz
    ORDER BY c.counted_at DESC LIMIT ${limit}
  ) AS old LIMIT ${limit}`

export function queryOf(selection: Selection): SelectionQuery {
  switch (selection.kind) {
    case 'externalIds':
      return { text: BY_EXTERNAL_ID, value: selection.externalIds }
    case 'authors':
      return { text: BY_AUTHOR, value: selection.authors }
    case 'entity':
      return { text: BY_ENTITY, value: selection.entityId }
    case 'before':
      return { text: BY_TIME, value: selection.before }
  }
}
