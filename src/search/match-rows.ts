import type { Pool } from 'pg'
import { SEARCH_CONFIGURATION } from '../indexing/searched-text.ts'
import { readingDirection } from '../storage/keyset-page.ts'
import type { ClassificationPage, ClassificationPosition } from './classification-page.ts'

export interface MatchQuery extends ClassificationPage {
  /** As `websearch_to_tsquery` reads them. */
  readonly words: string
  /** The number of hits to find. */
  readonly take: number
}

export interface Hit {
  readonly id: string
  /** The sort value. */
  readonly value: number
}

export interface Scan {
  /** In reading direction. */
  readonly hits: readonly Hit[]
  /** The last row that was scanned; null if the list ended before. */
  readonly last: ClassificationPosition | null
}

const SORTING = {
  TIME: { column: 'counted_at', type: 'timestamptz' },
  CONFIDENCE: { column: 'confidence', type: 'float8' },
} as const

const COLUMNS = 'id, tweet_id, counted_at, confidence, label, unread_reason, is_uncertain, is_undated'
const QUERY = `websearch_to_tsquery('${SEARCH_CONFIGURATION}', $10)`

/** $7 label, $8 whether uncertain, $9 author, $14 language; null means any. */
const FILTER = `($7::label IS NULL OR (label = $7 AND unread_reason IS NULL)) AND ($8::boolean IS NULL OR is_uncertain = $8)
      AND ($9::text IS NULL OR EXISTS (SELECT 1 FROM tweet WHERE tweet.id = tweet_id AND author = $9))
      AND ($14::text IS NULL OR EXISTS (SELECT 1 FROM tweet WHERE tweet.id = tweet_id AND language = $14))`
const RANGE = 'counted_at >= $3 AND counted_at < $4 AND ($13::boolean IS NULL OR is_undated <> $13)'

/** The parts of a query that depend on the order. `value` is in milliseconds, or a confidence. */
function partsOf({ order, isBackward, start }: ClassificationPage) {
  const { column, type } = SORTING[order.field]
  const direction = readingDirection(order.direction, { isBackward })
  return {
    value: column === 'confidence' ? 'confidence' : '(extract(epoch FROM counted_at) * 1000)::float8',
    orderBy: `${column} ${direction}, id ${direction}`,
    // Always refers to both parameters, so that every query has the same ones.
    isBeyond:
      start === null
        ? `$5::${type} IS NULL AND $6::uuid IS NULL`
        : `(${column}, id) ${direction === 'asc' ? '>' : '<'} ($5::${type}, $6::uuid)`,
  }
}

/** Scans up to `limit` rows of the page's index, and returns the hits among them. */
export async function scanMatches(pool: Pool, query: MatchQuery, limit: number): Promise<Scan> {
  const { value, orderBy, isBeyond } = partsOf(query)
  // By time, the range is a range of the index. By confidence it is a filter, which inside the scan would read more than `limit` rows.
  const [inner, outer] = query.order.field === 'TIME' ? [RANGE, 'true'] : ['true', RANGE]
  const { rows } = await pool.query<Hit & { isLast: boolean; isHit: boolean; scannedCount: number }>(
    `WITH scanned AS MATERIALIZED (
       SELECT ${COLUMNS}, row_number() OVER (ORDER BY ${orderBy})::int AS position FROM (
         SELECT ${COLUMNS} FROM classification
         WHERE entity_id = $1 AND model_version_id = $2 AND ${inner} AND ${isBeyond} ORDER BY ${orderBy} LIMIT $12) AS part),
     hit AS (
       SELECT id, position FROM scanned
       CROSS JOIN LATERAL (SELECT words FROM indexed_tweet WHERE indexed_tweet.tweet_id = scanned.tweet_id LIMIT 1) AS indexed
       WHERE words @@ ${QUERY} AND ${outer} AND ${FILTER} ORDER BY position LIMIT $11)
     SELECT id, ${value} AS value, position = (SELECT max(position) FROM scanned) AS "isLast", id IN (SELECT id FROM hit) AS "isHit",
       (SELECT count(*)::int FROM scanned) AS "scannedCount"
     FROM scanned
     WHERE position = (SELECT max(position) FROM scanned) OR id IN (SELECT id FROM hit) ORDER BY position`,
    [...valuesOf(query), limit, query.range.dated ?? null, query.filter.language],
  )
  const last = rows.at(-1)
  return {
    hits: rows.filter(({ isHit }) => isHit),
    last: last === undefined || last.scannedCount < limit ? null : [last.value, last.id],
  }
}

/** The hits among all tweets of the entity that have the words; null if these are more than `limit`. */
export async function lookUpMatches(pool: Pool, query: MatchQuery, limit: number): Promise<readonly Hit[] | null> {
  const { value, orderBy, isBeyond } = partsOf(query)
  const { rows } = await pool.query<{ isTooMany: boolean; id: string | null; value: number }>(
    `WITH found AS MATERIALIZED (
       SELECT tweet_id FROM indexed_tweet WHERE words @@ ${QUERY} AND entity_ids @> ARRAY[$1::uuid] LIMIT $12 + 1),
     hit AS (
       SELECT id, ${value} AS value FROM found
       CROSS JOIN LATERAL (
         SELECT ${COLUMNS} FROM classification AS c
         WHERE c.tweet_id = found.tweet_id AND c.entity_id = $1 AND c.model_version_id = $2 LIMIT 1) AS mention
       WHERE (SELECT count(*) FROM found) <= $12 AND ${RANGE} AND ${isBeyond} AND ${FILTER.replaceAll('tweet_id', 'mention.tweet_id')}
       ORDER BY ${orderBy} LIMIT $11)
     SELECT (SELECT count(*) FROM found) > $12 AS "isTooMany", id, value FROM (VALUES (1)) AS one (row) LEFT JOIN hit ON true`,
    [...valuesOf(query), limit, query.range.dated ?? null, query.filter.language],
  )
  if (rows[0]?.isTooMany) return null
  return rows.flatMap(({ id, value }) => (id === null ? [] : [{ id, value }]))
}

function valuesOf({ entityId, modelVersion, range, filter, order, start, words, take }: MatchQuery): unknown[] {
  const [value, id] = start ?? [null, null]
  return [
    entityId,
    modelVersion.id,
    range.from ?? '-infinity',
    range.to ?? 'infinity',
    value !== null && order.field === 'TIME' ? new Date(value) : value,
    id,
    filter.label,
    filter.isUncertain,
    filter.author,
    words,
    take,
  ]
}
