import type { Pool } from 'pg'
import { plainWords, SEARCH_CONFIGURATION } from '../indexing/searched-text.ts'
import type { Label, UnreadReason } from '../labels.ts'
import type { ClassificationExport } from './resolve-export.ts'

/** One classification with its tweet. */
export interface ExportedRow {
  readonly id: string
  readonly externalId: string | null
  /** Null for "no entity". */
  readonly entity: string | null
  readonly text: string
  readonly author: string | null
  readonly postedAt: Date | null
  readonly label: Label
  readonly confidence: number
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly isUncertain: boolean
  readonly unknownTokenShare: number
  readonly isTruncated: boolean
  /** Why the answer is no opinion; null for an answer about a text that was read. */
  readonly unreadReason: UnreadReason | null
  readonly importedLabel: Label | null
  /** The one label that people and files decide together; null without any. */
  readonly humanLabel: Label | null
  readonly humanLabelAnnotator: string | null
  readonly humanLabelOrigin: 'PAGE' | 'API' | 'IMPORT' | 'AGREEMENT' | null
  /** Annotators with a label of the mention, the file included. */
  readonly annotatorCount: number
  readonly createdAt: Date
  readonly countedAt: Date
  /** Of the tweet, in hex. */
  readonly identity: string
}

/** Consecutive classifications. */
export interface ExportedSpan {
  /** The rows that match the filter, in the order in which they were stored. */
  readonly rows: readonly ExportedRow[]
  /** The number of classifications in the span, matching or not. */
  readonly examinedCount: number
}

/** Small enough that the longest texts fit into memory; large enough that the overhead of a query is small. */
const SPAN_SIZE = 1000

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * A span is a range of the primary key, selected before any filter. Each statement therefore takes some milliseconds with any filter, and no
 * transaction stays open while a client reads slowly. The last row of a span is returned even if it does not match, because the next span
 * begins after it.
 */
const spanQuery = (where: string) => `
  WITH span AS MATERIALIZED (
    SELECT *, CASE WHEN model_version_id = $4
      AND ($5::timestamptz IS NULL OR counted_at >= $5) AND ($6::timestamptz IS NULL OR counted_at < $6)
      AND ($7::label IS NULL OR (label = $7 AND unread_reason IS NULL)) AND ($8::boolean IS NULL OR is_uncertain = $8)
      AND ($11::boolean IS NULL OR is_undated <> $11) THEN tweet_id END AS wanted_id
    FROM classification WHERE ${where} ORDER BY entity_id, id LIMIT $3),
  edge AS (
    SELECT entity_id, id, (SELECT count(*)::int FROM span) AS examined_count FROM span ORDER BY entity_id DESC, id DESC LIMIT 1)
  SELECT edge.examined_count AS "examinedCount", c.entity_id AS "entityId", c.id, tweet.external_id AS "externalId", nullif(entity.name, '') AS entity, tweet.text,
    tweet.author, tweet.posted_at AS "postedAt", c.label, c.confidence, c.positive, c.neutral, c.negative, c.irrelevant,
    c.is_uncertain AS "isUncertain", c.unknown_token_share AS "unknownTokenShare", c.is_truncated AS "isTruncated", c.unread_reason AS "unreadReason",
    imported.label AS "importedLabel", coalesce(resolved.label, imported.label) AS "humanLabel",
    coalesce(resolved.annotator, imported.annotator) AS "humanLabelAnnotator", coalesce(resolved.origin, imported.origin) AS "humanLabelOrigin",
    coalesce(resolved.annotator_count, (imported.label IS NOT NULL)::int) AS "annotatorCount", c.created_at AS "createdAt",
    c.counted_at AS "countedAt", encode(tweet.identity, 'hex') AS identity
  FROM span AS c CROSS JOIN edge
  LEFT JOIN tweet ON tweet.id = c.wanted_id AND ($9::text IS NULL OR tweet.author = $9) AND ($12::text IS NULL OR tweet.language = $12)
    AND ($10::text IS NULL OR EXISTS (
      SELECT 1 FROM indexed_tweet WHERE indexed_tweet.tweet_id = tweet.id AND words @@ websearch_to_tsquery('${SEARCH_CONFIGURATION}', $10)))
  LEFT JOIN entity ON entity.id = c.entity_id
  LEFT JOIN mention_label AS imported ON imported.tweet_id = tweet.id AND imported.entity_id = c.entity_id AND imported.annotator = 'file'
  LEFT JOIN resolved_label AS resolved ON resolved.tweet_id = tweet.id AND resolved.entity_id = c.entity_id
  WHERE tweet.id IS NOT NULL OR (c.entity_id = edge.entity_id AND c.id = edge.id)
  ORDER BY c.entity_id, c.id`

const OF_ONE_ENTITY = spanQuery('entity_id = $1::uuid AND id > $2::uuid')
const OF_ALL = spanQuery('(entity_id, id) > ($1::uuid, $2::uuid)')

/** A row that does not match has no text. */
type FoundRow = (ExportedRow | (Omit<ExportedRow, 'text'> & { readonly text: null })) & {
  readonly entityId: string
  /** Of the whole span. */
  readonly examinedCount: number
}

/**
 * Reads an export by entity, and the classifications of an entity in the order in which they were stored. Memory does not grow with the size
 * of the export. Classifications that are stored meanwhile may or may not be included.
 */
export async function* readExport(
  pool: Pool,
  { entity, modelVersion, range, filter }: ClassificationExport,
  spanSize = SPAN_SIZE,
): AsyncGenerator<ExportedSpan> {
  let [entityId, id] = [entity?.id ?? FIRST_ID, FIRST_ID]
  for (;;) {
    const { rows } = await pool.query<FoundRow>(entity === null ? OF_ALL : OF_ONE_ENTITY, [
      entityId,
      id,
      spanSize,
      modelVersion.id,
      range.from?.toISOString() ?? null,
      range.to?.toISOString() ?? null,
      filter.label,
      filter.isUncertain,
      filter.author,
      filter.text === null ? null : plainWords(filter.text),
      range.dated ?? null,
      filter.language,
    ])
    const last = rows.at(-1)
    const examinedCount = last?.examinedCount ?? 0
    yield { rows: rows.filter(row => row.text !== null), examinedCount }
    if (last === undefined || examinedCount < spanSize) return
    ;[entityId, id] = [last.entityId, last.id]
  }
}

const STORED = `
  SELECT coalesce(sum(positive + neutral + negative + irrelevant + unreadable + unsupported_language), 0)::int AS total FROM sentiment_rollup_daily
  WHERE $1::uuid IS NULL OR entity_id = $1`

/** The number of classifications that an export examines, from the counts. */
export async function countExamined(pool: Pool, { entity }: ClassificationExport): Promise<number> {
  return (await pool.query<{ total: number }>(STORED, [entity?.id ?? null])).rows[0]?.total ?? 0
}
