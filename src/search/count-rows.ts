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
/** $5 label, $6 whether uncertain, $7 author, $9 whether dated, $10 language; null means any. */
const FILTER = `($5::label IS NULL OR (label = $5 AND unread_reason IS NULL)) AND ($6::boolean IS NULL OR is_uncertain = $6)
  AND ($7::text IS NULL OR author = $7) AND ($9::boolean IS NULL OR is_undated <> $9)
  AND ($10::text IS NULL OR language = $10)`

/** Tweets that the words ($11) or the author select by an index; the limit is $8. Their classifications are looked up one by one. */
const ofTweets = (tweets: string) => `
  WITH examined AS MATERIALIZED (${tweets} LIMIT $8 + 1)
  SELECT (SELECT count(*) FROM examined) > $8 AS "isMore", count(*)::int AS count
  FROM examined JOIN classification USING (tweet_id) JOIN tweet ON tweet.id = tweet_id WHERE ${IN_LIST} AND ${FILTER}`
const WITH_WORDS = ofTweets(`
  SELECT tweet_id FROM indexed_tweet
  WHERE words @@ websearch_to_tsquery('${SEARCH_CONFIGURATION}', $11) AND entity_ids @> ARRAY[$1::uuid]`)
const OF_AUTHOR = ofTweets('SELECT id AS tweet_id FROM tweet WHERE author = $7')
/** Without words or an author, the rows of the list itself are examined. */
const OF_LIST = `
  WITH examined AS MATERIALIZED (
    SELECT ${MATCH}, NULL AS author, NULL AS language FROM classification WHERE ${IN_LIST} LIMIT $8 + 1)
  SELECT (SELECT count(*) FROM examined) > $8 AS "isMore", count(*)::int AS count FROM examined WHERE ${FILTER}`

/** The same with their tweets. */
const OF_LANGUAGE = `
  WITH examined AS MATERIALIZED (
    SELECT ${MATCH}, tweet_id FROM classification WHERE ${IN_LIST} LIMIT $8 + 1)
  SELECT (SELECT count(*) FROM examined) > $8 AS "isMore", count(*)::int AS count
  FROM examined JOIN tweet ON tweet.id = tweet_id WHERE ${FILTER}`

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
    filter.language,
    ...(filter.text === null ? [] : [plainWords(filter.text)]),
  ])
  const { isMore, count } = rows[0] ?? { isMore: true, count: 0 }
  return { atLeast: count, isExact: !isMore }
}

function statementFor({ text, author, language }: ClassificationFilter): string {
  if (text !== null) return WITH_WORDS
  if (author !== null) return OF_AUTHOR
  return language === null ? OF_LIST : OF_LANGUAGE
}
