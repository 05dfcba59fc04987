import { planCount, type Span } from './plan-count.ts'
import { timestampOf } from './read-counts.ts'

const COUNTS = ['total', 'positive', 'negative'] as const
const SPANS = [0, 1] as const

const DAY_SUMS = {
  total: 'sum(positive + neutral + negative + irrelevant + unreadable + unsupported_language)',
  positive: 'sum(positive)',
  negative: 'sum(negative)',
} as const
const QUARTER_SUMS = `sum(t.positive + t.neutral + t.negative + t.irrelevant + t.unreadable + t.unsupported_language)::int AS total,
          sum(t.positive)::int AS positive, sum(t.negative)::int AS negative`
const ROW_COUNTS = `count(*)::int AS total, (count(*) FILTER (WHERE t.label = 'POSITIVE' AND t.unread_reason IS NULL))::int AS positive,
          (count(*) FILTER (WHERE t.label = 'NEGATIVE' AND t.unread_reason IS NULL))::int AS negative`

/** Such as positive_0: the positive classifications of the first span. */
const columns = (expression: (count: (typeof COUNTS)[number], span: 0 | 1) => string) =>
  SPANS.flatMap(span => COUNTS.map(count => `${expression(count, span)} AS ${count}_${span}`)).join(', ')

/** Whether a row counts: $14 is true for tweets with a time of their own, false for the others, null for both. */
const isWanted = (row: string) => `($14::boolean IS NULL OR ${row}is_undated <> $14)`

const dayIsIn = (span: 0 | 1) =>
  `bucket_start >= $${2 + 2 * span}::timestamptz AND bucket_start < $${3 + 2 * span}::timestamptz`

const edges = (first: number, table: string, time: string, sums: string) => `
      SELECT s.span, s.sign * part.total AS total, s.sign * part.positive AS positive, s.sign * part.negative AS negative
      FROM unnest($${first}::int[], $${first + 1}::int[], $${first + 2}::timestamptz[], $${first + 3}::timestamptz[])
        AS s (span, sign, starts_at, ends_at)
      CROSS JOIN LATERAL (
        SELECT ${sums} FROM ${table} AS t
        WHERE t.entity_id = entity.id AND t.model_version_id = $1::uuid AND t.${time} >= s.starts_at AND t.${time} < s.ends_at
          AND ${isWanted('t.')}
      ) AS part`

/** The number of parameters that `countEveryEntity` takes. */
export const COUNT_PARAMETERS = 14

/**
 * A WITH clause whose table `counted` has every entity's id and its counts in one or two spans of time: total_0, positive_0, negative_0 and
 * the same with 1. Whole days of all entities are read in one pass over their table: the rows of a day lie together, and a look into the
 * index for each entity would read the same pages over and over. What is left at the edges of a span is less than a day, and is one look
 * into an index for each entity.
 * @param filter condition that a row of `entity` fulfils; its parameters are numbered from COUNT_PARAMETERS + 1 on.
 */
export const countEveryEntity = (filter: string): string => `
  WITH days AS MATERIALIZED (
    SELECT entity_id, ${columns((count, span) => `${DAY_SUMS[count]} FILTER (WHERE ${dayIsIn(span)})`)}
    FROM sentiment_rollup_daily
    WHERE model_version_id = $1::uuid AND bucket_start >= least($2::timestamptz, $4::timestamptz)
      AND bucket_start < greatest($3::timestamptz, $5::timestamptz) AND ${isWanted('')}
    GROUP BY entity_id
  ), counted AS MATERIALIZED (
    SELECT entity.id, ${columns((count, span) => `coalesce(days.${count}_${span}, 0) + edges.${count}_${span}`)}
    FROM entity LEFT JOIN days ON days.entity_id = entity.id
    CROSS JOIN LATERAL (
      SELECT ${columns((count, span) => `coalesce(sum(${count}) FILTER (WHERE span = ${span}), 0)`)}
      FROM (${edges(6, 'sentiment_rollup', 'bucket_start', QUARTER_SUMS)}
        UNION ALL${edges(10, 'classification', 'counted_at', ROW_COUNTS)}
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
