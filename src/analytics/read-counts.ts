import type { Pool } from 'pg'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../time/parse-instant.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { type CountPlan, type CountSegment, planCount, type Span } from './plan-count.ts'

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

/** As integers again, because what is summed from sums of these would be a `numeric`, at several times the cost. */
const SUMS = `sum(t.positive)::int AS positive, sum(t.neutral)::int AS neutral, sum(t.negative)::int AS negative,
        sum(t.irrelevant)::int AS irrelevant, sum(t.uncertain)::int AS uncertain`

const countOf = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`

const ROW_COUNTS = `${countOf("t.label = 'POSITIVE'")} AS positive, ${countOf("t.label = 'NEUTRAL'")} AS neutral,
        ${countOf("t.label = 'NEGATIVE'")} AS negative, ${countOf("t.label = 'IRRELEVANT'")} AS irrelevant,
        ${countOf('t.is_uncertain')} AS uncertain`

/**
 * One stretch of the index holds all days of a series, as those of a plan are in order and apart; halving finds each row's, where
 * there was a look into the index for every day.
 */
const SUM_DAYS = `
    SELECT asked.series, d.buckets[part.place] AS bucket, 1 AS sign, positive, neutral, negative, irrelevant, uncertain
    FROM asked JOIN json_to_recordset($4::json) AS d (plan int, buckets int[], starts timestamptz[], ends timestamptz[]) USING (plan)
    CROSS JOIN LATERAL (
      SELECT width_bucket(t.bucket_start, d.starts) AS place, ${SUMS}
      FROM sentiment_rollup_daily AS t
      WHERE t.entity_id = asked.entity_id AND t.model_version_id = asked.model_version_id
        AND t.bucket_start >= d.starts[1] AND t.bucket_start < d.ends[cardinality(d.ends)]
        AND t.bucket_start < d.ends[width_bucket(t.bucket_start, d.starts)]
      GROUP BY 1
    ) AS part`

/** Each segment by a subquery of its own, which reads one stretch of the index; as one join the planner may compare everything with everything. */
const sumSegments = (parameter: number, table: string, time: string, columns: string) => `
    SELECT asked.series, s.bucket, s.sign, part.*
    FROM asked JOIN json_to_recordset($${parameter}::json)
      AS s (plan int, bucket int, sign int, starts_at timestamptz, ends_at timestamptz) USING (plan)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${table} AS t
      WHERE t.entity_id = asked.entity_id AND t.model_version_id = asked.model_version_id
        AND t.${time} >= s.starts_at AND t.${time} < s.ends_at
    ) AS part`

const COLUMNS = ['series', 'bucket', 'positive', 'neutral', 'negative', 'irrelevant', 'uncertain'] as const
type Column = (typeof COLUMNS)[number]

/**
 * $1 entities, $2 model versions, $3 the plan of each; then the segments of the plans, of days, of quarters of an hour, and of rows. One row
 * with an array for each column, because a page has thousands of buckets and the driver makes an object of every row.
 */
const COUNT_SEGMENTS = `
  WITH asked AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[]) WITH ORDINALITY AS asked (entity_id, model_version_id, plan, series)
  )
  SELECT ${COLUMNS.map(column => `array_agg(${column})::text AS ${column}`).join(', ')} FROM (
    SELECT series, bucket,
      coalesce(sum(sign * positive), 0)::int AS positive, coalesce(sum(sign * neutral), 0)::int AS neutral,
      coalesce(sum(sign * negative), 0)::int AS negative, coalesce(sum(sign * irrelevant), 0)::int AS irrelevant,
      coalesce(sum(sign * uncertain), 0)::int AS uncertain
    FROM (${SUM_DAYS}
      UNION ALL${sumSegments(5, 'sentiment_rollup', 'bucket_start', SUMS)}
      UNION ALL${sumSegments(6, 'classification', 'counted_at', ROW_COUNTS)}
    ) AS segment
    GROUP BY series, bucket) AS summed`

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
 * left at the edges from the classifications. Same length and order as `requests`, and in each as its buckets, which are in time order and
 * do not overlap; a bucket without tweets has zeros. What is asked for several times is counted once.
 */
export async function readCounts(
  pool: Pool,
  requests: readonly CountRequest[],
): Promise<readonly (readonly LabelCounts[])[]> {
  const { plans, places } = plansOf(requests)
  const distinct = new Map<string, DistinctRequest>()
  const asked = requests.map(({ series, buckets }, index) => {
    const plan = places[index] ?? 0
    const name = `${series.entityId} ${series.modelVersionId} ${plan}`
    const same = distinct.get(name)
    if (same !== undefined) return same
    const own = { series, plan, sums: new Array<LabelCounts>(buckets.length).fill(NO_COUNTS) }
    distinct.set(name, own)
    return own
  })
  const counted = [...distinct.values()]
  const segments = (source: 'quarters' | 'rows') =>
    JSON.stringify(plans.flatMap((sources, plan) => sources[source].map(segment => ({ plan, ...rowOf(segment) }))))
  const { rows } = await pool.query<Record<Column, string | null>>({
    name: 'count segments',
    text: COUNT_SEGMENTS,
    values: [
      ...idsOf(counted.map(({ series }) => series)),
      counted.map(({ plan }) => plan),
      JSON.stringify(plans.map(({ days }, plan) => ({ plan, ...columnsOf(days) }))),
      segments('quarters'),
      segments('rows'),
    ],
  })
  const columns = Object.fromEntries(COLUMNS.map(column => [column, numbersOf(rows[0]?.[column] ?? null)]))
  const at = (column: Column, row: number) => columns[column]?.[row] ?? 0
  columns.series?.forEach((place, row) => {
    const [positive, neutral] = [at('positive', row), at('neutral', row)]
    const [negative, irrelevant] = [at('negative', row), at('irrelevant', row)]
    const total = positive + neutral + negative + irrelevant
    const ofSeries = counted[place - 1]?.sums
    const uncertain = at('uncertain', row)
    if (ofSeries !== undefined)
      ofSeries[at('bucket', row)] = { positive, neutral, negative, irrelevant, uncertain, total }
  })
  return asked.map(({ sums }) => sums)
}

interface DistinctRequest {
  readonly series: CountedSeries
  readonly plan: number
  readonly sums: LabelCounts[]
}

/** Of an array as PostgreSQL writes it, `{1,2}`. Null stands for one without elements. */
const numbersOf = (array: string | null): readonly number[] =>
  array === null ? [] : JSON.parse(`[${array.slice(1, -1)}]`)

/** The entities of a page are all asked about the same buckets: those are planned, sent and read once. `places` says which plan is whose. */
function plansOf(requests: readonly CountRequest[]) {
  const plans: CountPlan[] = []
  const known = new Map<unknown, number>()
  const places = requests.map(({ buckets }) => {
    const same = known.get(buckets)
    if (same !== undefined) return same
    const name = buckets.map(({ start, end }) => `${start} ${end}`).join()
    const place = known.get(name) ?? plans.push(planCount(buckets)) - 1
    known.set(name, place).set(buckets, place)
    return place
  })
  return { plans, places }
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

const columnsOf = (segments: readonly CountSegment[]) => ({
  buckets: segments.map(({ bucket }) => bucket),
  starts: segments.map(({ start }) => timestampOf(start)),
  ends: segments.map(({ end }) => timestampOf(end)),
})

const rowOf = ({ bucket, sign, start, end }: CountSegment) => ({
  bucket,
  sign,
  starts_at: timestampOf(start),
  ends_at: timestampOf(end),
})

/** For PostgreSQL. Rounding a boundary to whole days may leave the years that can be written; no tweet counts out there. */
export const timestampOf = (instant: number): string => {
  if (instant >= EARLIEST_INSTANT && instant <= LATEST_INSTANT) return new Date(instant).toISOString()
  return instant < 0 ? '-infinity' : 'infinity'
}
