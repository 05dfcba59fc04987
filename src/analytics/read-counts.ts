import type { Pool } from 'pg'
import { LABELS, type Label } from '../labels.ts'
import { timestampOf } from '../time/timestamp-of.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { type CountPlan, type CountSegment, planCount, type Span } from './plan-count.ts'

/** The entity and the model version whose classifications are counted. Versions are never mixed. */
export interface CountedSeries {
  readonly entityId: string
  readonly modelVersionId: string
  /** True counts tweets with a time of their own only, false the others only; null or absent counts both. */
  readonly dated?: boolean | null | undefined
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

const UNREAD = ['unreadable', 'unsupported_language'] as const
/** The columns of the rollups that sum to the number of classifications. */
const ALL_COUNTED = ['positive', 'neutral', 'negative', 'irrelevant', ...UNREAD] as const
/** The counts in the rollups, in the order of the parts below. */
const COUNTED = [
  'positive',
  'neutral',
  'negative',
  'irrelevant',
  'uncertain_positive',
  'uncertain_neutral',
  'uncertain_negative',
  'uncertain_irrelevant',
  ...UNREAD,
] as const
const SUMMED = [...COUNTED, 'undated'] as const

/** Cast to integers, because sums of bigint sums would be `numeric`, which costs several times as much. */
const SUMS = `${COUNTED.map(column => `sum(t.${column})::int AS ${column}`).join(', ')},
        coalesce(sum(${ALL_COUNTED.map(column => `t.${column}`).join(' + ')}) FILTER (WHERE t.is_undated), 0)::int AS undated`

const countOf = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`
const ofLabel = (label: Label, condition = '') =>
  countOf(`t.label = '${label}' AND t.unread_reason IS NULL${condition}`)

/** The same of classifications. */
const ROW_COUNTS = `${LABELS.map(label => `${ofLabel(label)} AS ${label.toLowerCase()}`).join(', ')},
        ${LABELS.map(label => `${ofLabel(label, ' AND t.is_uncertain')} AS uncertain_${label.toLowerCase()}`).join(', ')},
        ${countOf("t.unread_reason = 'UNREADABLE'")} AS unreadable,
        ${countOf("t.unread_reason = 'UNSUPPORTED_LANGUAGE'")} AS unsupported_language, ${countOf('t.is_undated')} AS undated`

/** Whether a row of `t` counts for a row of `wanted`. */
const IS_WANTED = '(wanted.dated IS NULL OR t.is_undated <> wanted.dated)'

/**
 * One index range holds all days of a series, as the days of a plan are in order and do not overlap. A binary search finds the bucket of
 * each row; an index lookup for every day would cost more.
 */
const SUM_DAYS = `
    SELECT wanted.series, d.buckets[part.place] AS bucket, 1 AS sign, ${SUMMED.join(', ')}
    FROM wanted JOIN json_to_recordset($4::json) AS d (plan int, buckets int[], starts timestamptz[], ends timestamptz[]) USING (plan)
    CROSS JOIN LATERAL (
      SELECT width_bucket(t.bucket_start, d.starts) AS place, ${SUMS}
      FROM sentiment_rollup_daily AS t
      WHERE t.entity_id = wanted.entity_id AND t.model_version_id = wanted.model_version_id
        AND t.bucket_start >= d.starts[1] AND t.bucket_start < d.ends[cardinality(d.ends)]
        AND t.bucket_start < d.ends[width_bucket(t.bucket_start, d.starts)] AND ${IS_WANTED}
      GROUP BY 1
    ) AS part`

/** One subquery for each segment, which reads one index range. For one join of all, the planner may choose a nested loop over everything. */
const sumSegments = (parameter: number, table: string, time: string, columns: string) => `
    SELECT wanted.series, s.bucket, s.sign, part.*
    FROM wanted JOIN json_to_recordset($${parameter}::json)
      AS s (plan int, bucket int, sign int, starts_at timestamptz, ends_at timestamptz) USING (plan)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${table} AS t
      WHERE t.entity_id = wanted.entity_id AND t.model_version_id = wanted.model_version_id
        AND t.${time} >= s.starts_at AND t.${time} < s.ends_at AND ${IS_WANTED}
    ) AS part`

const COLUMNS = ['series', 'bucket', ...SUMMED] as const
type Column = (typeof COLUMNS)[number]

/**
 * $1 entities, $2 model versions, $3 the plan of each, $7 which tweets count; $4 to $6 are the segments of the plans: days, quarters of an hour, and rows. Returns one row
 * with an array for each column, because a page has thousands of buckets and the driver creates an object for every row.
 */
const COUNT_SEGMENTS = `
  WITH wanted AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $7::boolean[])
      WITH ORDINALITY AS wanted (entity_id, model_version_id, plan, dated, series)
  )
  SELECT ${COLUMNS.map(column => `array_agg(${column})::text AS ${column}`).join(', ')} FROM (
    SELECT series, bucket,
      ${SUMMED.map(column => `coalesce(sum(sign * ${column}), 0)::int AS ${column}`).join(', ')}
    FROM (${SUM_DAYS}
      UNION ALL${sumSegments(5, 'sentiment_rollup', 'bucket_start', SUMS)}
      UNION ALL${sumSegments(6, 'classification', 'counted_at', ROW_COUNTS)}
    ) AS segment
    GROUP BY series, bucket) AS summed`

/** $1 entities, $2 model versions, $3 which tweets count. Reads both ends of one index range for each series. */
const FIRST_AND_LAST = `
  SELECT wanted.series::int, ends.first, ends.last
  FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) WITH ORDINALITY AS wanted (entity_id, model_version_id, dated, series)
  CROSS JOIN LATERAL (
    SELECT min(t.counted_at) AS first, max(t.counted_at) AS last FROM classification AS t
    WHERE t.entity_id = wanted.entity_id AND t.model_version_id = wanted.model_version_id AND ${IS_WANTED}
  ) AS ends
  WHERE ends.first IS NOT NULL`

/**
 * Counts every bucket of every request in one query and so in one snapshot: whole days and quarters of an hour from the rollups, the rest at
 * the edges from the classifications. Same length and order as `requests` and their buckets, which are in time order and do not overlap. A
 * bucket without tweets has zeros. Equal requests are counted once.
 */
export async function readCounts(
  pool: Pool,
  requests: readonly CountRequest[],
): Promise<readonly (readonly LabelCounts[])[]> {
  const { plans, planIndexes } = plansOf(requests)
  const distinct = new Map<string, DistinctRequest>()
  const answered = requests.map(({ series, buckets }, index) => {
    const plan = planIndexes[index] ?? 0
    const name = `${series.entityId} ${series.modelVersionId} ${series.dated ?? null} ${plan}`
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
      datedOf(counted.map(({ series }) => series)),
    ],
  })
  const columns = Object.fromEntries(COLUMNS.map(column => [column, numbersOf(rows[0]?.[column] ?? null)]))
  const at = (column: Column, row: number) => columns[column]?.[row] ?? 0
  columns.series?.forEach((number, row) => {
    const ofSeries = counted[number - 1]?.sums
    if (ofSeries !== undefined) ofSeries[at('bucket', row)] = countsOf(column => at(column, row))
  })
  return answered.map(({ sums }) => sums)
}

function countsOf(at: (column: (typeof SUMMED)[number]) => number): LabelCounts {
  const [positive, neutral, negative, irrelevant] = [at('positive'), at('neutral'), at('negative'), at('irrelevant')]
  const [uncertainPositive, uncertainNeutral] = [at('uncertain_positive'), at('uncertain_neutral')]
  const [uncertainNegative, uncertainIrrelevant] = [at('uncertain_negative'), at('uncertain_irrelevant')]
  const [unreadable, unsupportedLanguage] = [at('unreadable'), at('unsupported_language')]
  return {
    positive,
    neutral,
    negative,
    irrelevant,
    uncertain: uncertainPositive + uncertainNeutral + uncertainNegative + uncertainIrrelevant,
    uncertainPositive,
    uncertainNeutral,
    uncertainNegative,
    uncertainIrrelevant,
    unreadable,
    unsupportedLanguage,
    undated: at('undated'),
    total: positive + neutral + negative + irrelevant + unreadable + unsupportedLanguage,
  }
}

interface DistinctRequest {
  readonly series: CountedSeries
  readonly plan: number
  readonly sums: LabelCounts[]
}

/** Parses an array as PostgreSQL writes it, `{1,2}`. Null is an array without elements. */
const numbersOf = (array: string | null): readonly number[] =>
  array === null ? [] : JSON.parse(`[${array.slice(1, -1)}]`)

/** All entities of a page have the same buckets, which are planned, sent and read once. `planIndexes` has the index of each request's plan. */
function plansOf(requests: readonly CountRequest[]) {
  const plans: CountPlan[] = []
  const known = new Map<unknown, number>()
  const planIndexes = requests.map(({ buckets }) => {
    const same = known.get(buckets)
    if (same !== undefined) return same
    const name = buckets.map(({ start, end }) => `${start} ${end}`).join()
    const index = known.get(name) ?? plans.push(planCount(buckets)) - 1
    known.set(name, index).set(buckets, index)
    return index
  })
  return { plans, planIndexes }
}

/** The times at which the first and the last tweet of each series count; null without tweets. Same length and order as `series`. */
export async function readExtents(pool: Pool, series: readonly CountedSeries[]): Promise<readonly (Extent | null)[]> {
  const { rows } = await pool.query<Extent & { series: number }>(FIRST_AND_LAST, [...idsOf(series), datedOf(series)])
  const extents = new Map(rows.map(({ series: number, first, last }) => [number, { first, last }]))
  return series.map((_, index) => extents.get(index + 1) ?? null)
}

const idsOf = (series: readonly CountedSeries[]) => [
  series.map(({ entityId }) => entityId),
  series.map(({ modelVersionId }) => modelVersionId),
]

const datedOf = (series: readonly CountedSeries[]) => series.map(({ dated }) => dated ?? null)

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
