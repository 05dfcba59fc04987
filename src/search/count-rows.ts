import type { Pool } from 'pg'
import { plainWords, SEARCH_CONFIGURATION } from '../indexing/searched-text.ts'
import type { ClassificationFilter, ClassificationList } from './classification-page.ts'

/** The length of a list, or a lower bound of it. */
export interface ListLength {
  readonly atLeast: number
  readonly isExact: boolean
}

const MATCH = 'counted_at, label, unread_reason, is_uncertain, is_undated'
/** $1 entity, $2 model version, $3 and $4 the range. */
const IN_LIST = 'entity_id = $1 AND model_version_id = $2 AND counted_at >= $3 AND counted_at < $4'
/** $5 label, $6 whether uncertain, $7 author, $9 whether dated; null means any. */
const FILTER = `($5::label IS NULL OR (label = $5 AND unread_reason IS NULL)) AND ($6::boolean IS NULL OR is_uncertain = $6)
  AND ($7::text IS NULL OR author = $7) AND ($9::boolean IS NULL OR is_undated <> $9)`

/** Tweets that the words ($10) or the author select by an index; the limit is $8. Their classifications are looked up one by one. */
const ofTweets = (tweets: string) => `
  WITH examined AS MATERIALIZED (${tweets} LIMIT $8 + 1)
  SELECT (SELECT count(*) FROM examined) > $8 AS "isMore", count(*)::int AS count
  FROM examined JOIN classification USING (tweet_id) JOIN tweet ON tweet.id = tweet_id WHERE ${IN_LIST} AND ${FILTER}`
const WITH_WORDS = ofTweets(`
  SELECT tweet_id FROM indexed_tweet
  WHERE words @@ websearch_to_tsquery('${SEARCH_CONFIGURATION}', $10) AND entity_ids @> ARRAY[$1::uuid]`)
const OF_AUTHOR = ofTweets('SELECT id AS tweet_id FROM tweet WHERE author = $7')
/** Without words or an author, the rows of the list itself are examined. */
const OF_LIST = `
  WITH examined AS MATERIALIZED (
    SELECT ${MATCH}, NULL AS author FROM classification WHERE ${IN_LIST} LIMIT $8 + 1)
  SELECT (SELECT count(*) FROM examined) > $8 AS "isMore", count(*)::int AS count FROM examined WHERE ${FILTER}`

/** Counts the rows of a list by reading them. Above `limit` rows it stops: those that match are then a lower bound. */
export async function countRows(
  pool: Pool,
  { entityId, modelVersion, range, filter }: ClassificationList,
  limit: number,
): Promise<ListLength> {
  const { rows } = await pool.query<{ isMore: boolean; count: number }>(statementFor(filter), [
    entityId,
    modelVersion.id,
    range.from ?? '-infinity',
    range.to ?? 'infinity',
    filter.label,
    filter.isUncertain,
    filter.author,
    limit,
    range.dated ?? null,
    ...(filter.text === null ? [] : [plainWords(filter.text)]),
  ])
  const { isMore, count } = rows[0] ?? { isMore: true, count: 0 }
  return { atLeast: count, isExact: !isMore }
}

const statementFor = ({ text, author }: ClassificationFilter) =>
  text !== null ? WITH_WORDS : author !== null ? OF_AUTHOR : OF_LIST
