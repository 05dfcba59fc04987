import type { Pool } from 'pg'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../time/parse-instant.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { type CountSegment, planCount, type Span } from './plan-count.ts'

/** Whose classifications are counted. Versions of a model are never mixed. */
export interface CountedSeries {
  readonly entityId: string
  readonly modelVersionId: string
}

/** Sums the rows of `table` within each segment; `columns` and `time` are the table's. */
const sumSegments = (firstParameter: number, table: string, time: string, columns: string) => `
    SELECT s.bucket, part.*
    FROM unnest($${firstParameter}::int[], $${firstParameter + 1}::timestamptz[], $${firstParameter + 2}::timestamptz[])
      AS s (bucket, starts_at, ends_at)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${table} AS t
      WHERE t.entity_id = $1::uuid AND t.model_version_id = $2::uuid AND t.${time} >= s.starts_at AND t.${time} < s.ends_at
    ) AS part`

const SUMS = `sum(t.positive) AS positive, sum(t.neutral) AS neutral, sum(t.negative) AS negative,
        sum(t.irrelevant) AS irrelevant, sum(t.uncertain) AS uncertain`

const ROW_COUNTS = `count(*) FILTER (WHERE t.label = 'POSITIVE') AS positive, count(*) FILTER (WHERE t.label = 'NEUTRAL') AS neutral,
        count(*) FILTER (WHERE t.label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE t.label = 'IRRELEVANT') AS irrelevant,
        count(*) FILTER (WHERE t.is_uncertain) AS uncertain`

/**
 * $1 entity, $2 model version; then bucket, start and end of the segments of days, of quarters of an hour, and of rows. Each segment is
 * summed by a subquery of its own, which reads one stretch of the index; as one join the planner may compare everything with everything.
 */
const COUNT_SEGMENTS = `
  SELECT bucket,
    coalesce(sum(positive), 0)::int AS positive, coalesce(sum(neutral), 0)::int AS neutral,
    coalesce(sum(negative), 0)::int AS negative, coalesce(sum(irrelevant), 0)::int AS irrelevant,
    coalesce(sum(uncertain), 0)::int AS uncertain,
    coalesce(sum(positive + neutral + negative + irrelevant), 0)::int AS total
  FROM (${sumSegments(3, 'sentiment_rollup_daily', 'bucket_start', SUMS)}
    UNION ALL${sumSegments(6, 'sentiment_rollup', 'bucket_start', SUMS)}
    UNION ALL${sumSegments(9, 'classification', 'counted_at', ROW_COUNTS)}
  ) AS segment
  GROUP BY bucket`

const FIRST_AND_LAST = `
  SELECT min(counted_at) AS first, max(counted_at) AS last
  FROM classification
  WHERE entity_id = $1::uuid AND model_version_id = $2::uuid`

/**
 * Counts every bucket in one query and so in one snapshot: whole days and quarters of an hour from the rollups, what is left at the
 * edges from the classifications. Same length and order as `buckets`; a bucket without tweets has zeros.
 */
export async function readCounts(
  pool: Pool,
  { entityId, modelVersionId }: CountedSeries,
  buckets: readonly Span[],
): Promise<readonly LabelCounts[]> {
  const { days, quarters, rows } = planCount(buckets)
  const counted = await pool.query<LabelCounts & { bucket: number }>(COUNT_SEGMENTS, [
    entityId,
    modelVersionId,
    ...[days, quarters, rows].flatMap(columnsOf),
  ])
  const byBucket = new Map(counted.rows.map(({ bucket, ...counts }) => [bucket, counts]))
  return buckets.map((_, bucket) => byBucket.get(bucket) ?? NO_COUNTS)
}

/** When the first and the last tweet of the series count; null without any. Both ends of one index. */
export async function readExtent(
  pool: Pool,
  { entityId, modelVersionId }: CountedSeries,
): Promise<{ readonly first: Date; readonly last: Date } | null> {
  const extent = await pool.query<{ first: Date | null; last: Date | null }>(FIRST_AND_LAST, [entityId, modelVersionId])
  const { first, last } = extent.rows[0] ?? {}
  return first && last ? { first, last } : null
}

const columnsOf = (segments: readonly CountSegment[]) => [
  segments.map(({ bucket }) => bucket),
  segments.map(({ start }) => timestamp(start)),
  segments.map(({ end }) => timestamp(end)),
]

/** Rounding a boundary to whole days may leave the years that can be written; no tweet counts out there. */
const timestamp = (instant: number) => {
  if (instant >= EARLIEST_INSTANT && instant <= LATEST_INSTANT) return new Date(instant).toISOString()
  return instant < 0 ? '-infinity' : 'infinity'
}
