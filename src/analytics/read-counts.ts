import type { Pool } from 'pg'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { type CountSegment, planCount, type Span } from './plan-count.ts'

/** Whose classifications are counted. Versions of a model are never mixed. */
export interface CountedSeries {
  readonly entityId: string
  readonly modelVersionId: string
}

/** $1 entity, $2 model version; then bucket, start and end of the segments: $3-$5 days, $6-$8 quarters of an hour, $9-$11 rows. */
const COUNT_SEGMENTS = `
  SELECT bucket,
    sum(positive)::int AS positive, sum(neutral)::int AS neutral, sum(negative)::int AS negative,
    sum(irrelevant)::int AS irrelevant, sum(uncertain)::int AS uncertain,
    sum(positive + neutral + negative + irrelevant)::int AS total
  FROM (
    SELECT s.bucket, r.positive, r.neutral, r.negative, r.irrelevant, r.uncertain
    FROM unnest($3::int[], $4::timestamptz[], $5::timestamptz[]) AS s (bucket, starts_at, ends_at)
    JOIN sentiment_rollup_daily r ON r.entity_id = $1::uuid AND r.model_version_id = $2::uuid
      AND r.bucket_start >= s.starts_at AND r.bucket_start < s.ends_at
    UNION ALL
    SELECT s.bucket, r.positive, r.neutral, r.negative, r.irrelevant, r.uncertain
    FROM unnest($6::int[], $7::timestamptz[], $8::timestamptz[]) AS s (bucket, starts_at, ends_at)
    JOIN sentiment_rollup r ON r.entity_id = $1::uuid AND r.model_version_id = $2::uuid
      AND r.bucket_start >= s.starts_at AND r.bucket_start < s.ends_at
    UNION ALL
    SELECT s.bucket, (c.label = 'POSITIVE')::int, (c.label = 'NEUTRAL')::int, (c.label = 'NEGATIVE')::int,
      (c.label = 'IRRELEVANT')::int, c.is_uncertain::int
    FROM unnest($9::int[], $10::timestamptz[], $11::timestamptz[]) AS s (bucket, starts_at, ends_at)
    JOIN classification c ON c.entity_id = $1::uuid AND c.model_version_id = $2::uuid
      AND c.counted_at >= s.starts_at AND c.counted_at < s.ends_at
  ) AS part
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

const timestamp = (instant: number) => {
  if (Number.isFinite(instant)) return new Date(instant).toISOString()
  return instant < 0 ? '-infinity' : 'infinity'
}
