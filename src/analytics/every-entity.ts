import { STRATA } from '../estimates/strata.ts'
import { timestampOf } from '../time/timestamp-of.ts'
import { planCount, type Span } from './plan-count.ts'

/** What `countEveryEntity` counts: all classifications, or those of each stratum in the order of `STRATA`. */
export type Counted = 'TOTAL' | 'STRATA'

/** The columns of the counts, before the number of their span. */
const COUNTS = { TOTAL: ['total'], STRATA: STRATA.map((_, stratum) => `s${stratum}`) } as const
const SPANS = [0, 1] as const

/** For each column: how it is computed from a row of a rollup, and which classifications it counts. */
const SOURCES: Record<Counted, readonly { readonly sum: (row: string) => string; readonly condition: string }[]> = {
  TOTAL: [
    {
      sum: row =>
        ['positive', 'neutral', 'negative', 'irrelevant', 'unreadable', 'unsupported_language']
          .map(column => `${row}${column}`)
          .join(' + '),
      condition: 'true',
    },
  ],
  STRATA: STRATA.map(({ label, isUncertain }) => {
    const column = label.toLowerCase()
    return {
      sum: row => (isUncertain ? `${row}uncertain_${column}` : `${row}${column} - ${row}uncertain_${column}`),
      condition: `t.label = '${label}' AND ${isUncertain ? '' : 'NOT '}t.is_uncertain AND t.unread_reason IS NULL`,
    }
  }),
}

/** Such as s3_0: the fourth stratum in the first span. */
const columns = (counted: Counted, expression: (column: string, span: 0 | 1, index: number) => string) =>
  SPANS.flatMap(span =>
    COUNTS[counted].map((column, index) => `${expression(column, span, index)} AS ${column}_${span}`),
  ).join(', ')

/** Whether a row counts: $14 is true for tweets with a time of their own, false for the others, null for both. */
const isWanted = (row: string) => `($14::boolean IS NULL OR ${row}is_undated <> $14)`

const dayIsIn = (span: 0 | 1) =>
  `bucket_start >= $${2 + 2 * span}::timestamptz AND bucket_start < $${3 + 2 * span}::timestamptz`

const edges = (counted: Counted, first: number, table: string, time: string, sums: string) => `
      SELECT s.span, ${COUNTS[counted].map(column => `s.sign * part.${column} AS ${column}`).join(', ')}
      FROM unnest($${first}::int[], $${first + 1}::int[], $${first + 2}::timestamptz[], $${first + 3}::timestamptz[])
        AS s (span, sign, starts_at, ends_at)
      CROSS JOIN LATERAL (
        SELECT ${sums} FROM ${table} AS t
        WHERE t.entity_id = entity.id AND t.model_version_id = $1::uuid AND t.${time} >= s.starts_at AND t.${time} < s.ends_at
          AND ${isWanted('t.')}
      ) AS part`

/** The number of parameters that `countEveryEntity` takes. */
export const COUNT_PARAMETERS = 14

const sumsOf = (counted: Counted, expression: (source: (typeof SOURCES)[Counted][number]) => string) =>
  COUNTS[counted]
    .map((column, index) => {
      const source = SOURCES[counted][index]
      return `${source === undefined ? '0' : expression(source)} AS ${column}`
    })
    .join(', ')

/**
 * A WITH clause whose table `counted` has every entity's id and its counts in one or two spans of time: total_0 and total_1, or s0_0 to s7_0
 * and the same with 1. Whole days of all entities are read in one pass over their table: the rows of a day lie together, and a look into the
 * index for each entity would read the same pages over and over. What is left at the edges of a span is less than a day, and is one look
 * into an index for each entity.
 * @param filter condition that a row of `entity` fulfils; its parameters are numbered from COUNT_PARAMETERS + 1 on.
 */
export const countEveryEntity = (counted: Counted, filter: string): string => `
  WITH days AS MATERIALIZED (
    SELECT entity_id, ${columns(counted, (_, span, index) => `sum(${SOURCES[counted][index]?.sum('')}) FILTER (WHERE ${dayIsIn(span)})`)}
    FROM sentiment_rollup_daily
    WHERE model_version_id = $1::uuid AND bucket_start >= least($2::timestamptz, $4::timestamptz)
      AND bucket_start < greatest($3::timestamptz, $5::timestamptz) AND ${isWanted('')}
    GROUP BY entity_id
  ), counted AS MATERIALIZED (
    SELECT entity.id, ${columns(counted, (column, span) => `coalesce(days.${column}_${span}, 0) + edges.${column}_${span}`)}
    FROM entity LEFT JOIN days ON days.entity_id = entity.id
    CROSS JOIN LATERAL (
      SELECT ${columns(counted, (column, span) => `coalesce(sum(${column}) FILTER (WHERE span = ${span}), 0)`)}
      FROM (${edges(
        counted,
        6,
        'sentiment_rollup',
        'bucket_start',
        sumsOf(counted, ({ sum }) => `sum(${sum('t.')})::int`),
      )}
        UNION ALL${edges(
          counted,
          10,
          'classification',
          'counted_at',
          sumsOf(counted, ({ condition }) => `(count(*) FILTER (WHERE ${condition}))::int`),
        )}
      ) AS edge
    ) AS edges
    WHERE ${filter}
  )`

/** The values of the parameters: a model version, one or two spans, and which tweets count. */
export function countParameters(
  modelVersionId: string,
  spans: readonly [Span] | readonly [Span, Span],
  dated: boolean | null,
): unknown[] {
  const { days, quarters, rows } = planCount(spans)
  const endsOf = (span: 0 | 1) => {
    const whole = days.find(({ bucket }) => bucket === span)
    return whole === undefined ? [null, null] : [timestampOf(whole.start), timestampOf(whole.end)]
  }
  return [
    modelVersionId,
    ...endsOf(0),
    ...endsOf(1),
    ...[quarters, rows].flatMap(segments => [
      segments.map(({ bucket }) => bucket),
      segments.map(({ sign }) => sign),
      segments.map(({ start }) => timestampOf(start)),
      segments.map(({ end }) => timestampOf(end)),
    ]),
    dated,
  ]
}
