import type { Pool } from 'pg'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../time/parse-instant.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { type CountSegment, planCount, type Span } from './plan-count.ts'

/** Whose classifications are counted. Versions of a model are never mixed. */
export interface CountedSeries {
  readonly entityId: string
  readonly modelVersionId: string
}

export interface CountRequest {
  readonly series: CountedSeries
  readonly buckets: readonly Span[]
}

/** Times of the first and the last tweet of a series. */
export interface Extent {
  readonly first: Date
  readonly last: Date
}

/** Sums the rows of `table` within each segment; `columns` and `time` are the table's. $1 and $2 are looked up by the segment's series. */
const sumSegments = (firstParameter: number, table: string, time: string, columns: string) => `
    SELECT s.series, s.bucket, s.sign, part.*
    FROM unnest($${firstParameter}::int[], $${firstParameter + 1}::int[], $${firstParameter + 2}::int[],
        $${firstParameter + 3}::timestamptz[], $${firstParameter + 4}::timestamptz[])
      AS s (series, bucket, sign, starts_at, ends_at)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${table} AS t
      WHERE t.entity_id = ($1::uuid[])[s.series] AND t.model_version_id = ($2::uuid[])[s.series]
        AND t.${time} >= s.starts_at AND t.${time} < s.ends_at
    ) AS part`

const SUMS = `sum(t.positive) AS positive, sum(t.neutral) AS neutral, sum(t.negative) AS negative,
        sum(t.irrelevant) AS irrelevant, sum(t.uncertain) AS uncertain`

const ROW_COUNTS = `count(*) FILTER (WHERE t.label = 'POSITIVE') AS positive, count(*) FILTER (WHERE t.label = 'NEUTRAL') AS neutral,
        count(*) FILTER (WHERE t.label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE t.label = 'IRRELEVANT') AS irrelevant,
        count(*) FILTER (WHERE t.is_uncertain) AS uncertain`

/**
 * $1 entities, $2 model versions; then series, bucket, sign, start and end of the segments of days, of quarters of an hour, and of rows. Each
 * segment is summed by a subquery of its own, which reads one stretch of the index; as one join the planner may compare everything with
 * everything.
 */
const COUNT_SEGMENTS = `
  SELECT series, bucket,
    coalesce(sum(sign * positive), 0)::int AS positive, coalesce(sum(sign * neutral), 0)::int AS neutral,
    coalesce(sum(sign * negative), 0)::int AS negative, coalesce(sum(sign * irrelevant), 0)::int AS irrelevant,
    coalesce(sum(sign * uncertain), 0)::int AS uncertain,
    coalesce(sum(sign * (positive + neutral + negative + irrelevant)), 0)::int AS total
  FROM (${sumSegments(3, 'sentiment_rollup_daily', 'bucket_start', SUMS)}
    UNION ALL${sumSegments(8, 'sentiment_rollup', 'bucket_start', SUMS)}
    UNION ALL${sumSegments(13, 'classification', 'counted_at', ROW_COUNTS)}
  ) AS segment
  GROUP BY series, bucket`

/** $1 entities, $2 model versions. Both ends of one stretch of an index for each series. */
const FIRST_AND_LAST = `
  SELECT s.series::int, ends.first, ends.last
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS s (entity_id, model_version_id, series)
  CROSS JOIN LATERAL (
    SELECT min(t.counted_at) AS first, max(t.counted_at) AS last FROM classification AS t
    WHERE t.entity_id = s.entity_id AND t.model_version_id = s.model_version_id
  ) AS ends
  WHERE ends.first IS NOT NULL`

/**
 * Counts every bucket of every request in one query and so in one snapshot: whole days and quarters of an hour from the rollups, what is
 * left at the edges from the classifications. Same length and order as `requests`, and in each as its buckets; a bucket without tweets
 * has zeros.
 */
export async function readCounts(
  pool: Pool,
  requests: readonly CountRequest[],
): Promise<readonly (readonly LabelCounts[])[]> {
  const plans = requests.map(({ buckets }) => planCount(buckets))
  const segments = (['days', 'quarters', 'rows'] as const).flatMap(source =>
    columnsOf(plans.flatMap((plan, place) => plan[source].map(segment => ({ ...segment, series: place + 1 })))),
  )
  const counted = await pool.query<LabelCounts & { series: number; bucket: number }>(COUNT_SEGMENTS, [
    ...idsOf(requests.map(({ series }) => series)),
    ...segments,
  ])
  const sums = requests.map(() => new Map<number, LabelCounts>())
  for (const { series, bucket, ...counts } of counted.rows) sums[series - 1]?.set(bucket, counts)
  return requests.map(({ buckets }, place) => buckets.map((_, bucket) => sums[place]?.get(bucket) ?? NO_COUNTS))
}

/** When the first and the last tweet of each series count; null without any. Same length and order as `series`. */
export async function readExtents(pool: Pool, series: readonly CountedSeries[]): Promise<readonly (Extent | null)[]> {
  const { rows } = await pool.query<Extent & { series: number }>(FIRST_AND_LAST, idsOf(series))
  const extents = new Map(rows.map(({ series: number, first, last }) => [number, { first, last }]))
  return series.map((_, place) => extents.get(place + 1) ?? null)
}

const idsOf = (series: readonly CountedSeries[]) => [
  series.map(({ entityId }) => entityId),
  series.map(({ modelVersionId }) => modelVersionId),
]

const columnsOf = (segments: readonly (CountSegment & { readonly series: number })[]) => [
  segments.map(({ series }) => series),
  segments.map(({ bucket }) => bucket),
  segments.map(({ sign }) => sign),
  segments.map(({ start }) => timestampOf(start)),
  segments.map(({ end }) => timestampOf(end)),
]

/** For PostgreSQL. Rounding a boundary to whole days may leave the years that can be written; no tweet counts out there. */
export const timestampOf = (instant: number): string => {
  if (instant >= EARLIEST_INSTANT && instant <= LATEST_INSTANT) return new Date(instant).toISOString()
  return instant < 0 ? '-infinity' : 'infinity'
}
