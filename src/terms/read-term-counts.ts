import type { Pool } from 'pg'
import type { CountedSeries } from '../analytics/read-counts.ts'
import { ALL_TERMS, TWEETS } from '../indexing/count-terms.ts'
import { INDEXED_AS_OF } from '../indexing/indexed-as-of.ts'
import type { Label } from '../labels.ts'
import type { TimeRange } from '../time/time-range.ts'

const COLUMNS = {
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  NEGATIVE: 'negative',
  IRRELEVANT: 'irrelevant',
} as const satisfies Record<Label, string>

/**
 * $1 entity, $2 model version, $3 and $4 the days, $5 the least count under the label. Reads one range of the daily counts, and the totals only
 * of terms with enough tweets. The outer join returns a row even if no term is counted.
 */
const readTerms = (column: string) => `
  WITH summed AS (
    SELECT t.term, sum(t.${column})::int AS count, sum(t.positive + t.neutral + t.negative + t.irrelevant - t.${column})::int AS other_count
    FROM term_daily AS d
    CROSS JOIN LATERAL unnest(d.terms, d.positive, d.neutral, d.negative, d.irrelevant)
      AS t (term, positive, neutral, negative, irrelevant)
    WHERE d.entity_id = $1 AND d.model_version_id = $2 AND d.day >= $3 AND d.day < $4
    GROUP BY t.term
    HAVING sum(t.${column}) >= $5 OR t.term IN ('${TWEETS}', '${ALL_TERMS}'))
  SELECT ${INDEXED_AS_OF} AS "asOf", term, count, other_count AS "otherCount", total."priorCount"
  FROM (VALUES (1)) AS one (row)
  LEFT JOIN (
    summed CROSS JOIN LATERAL (
      SELECT count AS "priorCount" FROM term_total WHERE model_version_id = $2 AND term_total.term = summed.term LIMIT 1) AS total
  ) ON true`

export interface TermRow {
  readonly term: string
  readonly count: number
  readonly otherCount: number
  /** Over all entities, labels and days of the model version. */
  readonly priorCount: number
}

export interface TermRows {
  /** Terms with at least `minCount` tweets of the label, and `TWEETS` and `ALL_TERMS` if any tweet was counted. */
  readonly rows: readonly TermRow[]
  /** All tweets stored before this time are counted. */
  readonly asOf: Date
}

/** @param days A range that begins and ends at midnight UTC. */
export async function readTermCounts(
  pool: Pool,
  { entityId, modelVersionId }: CountedSeries,
  days: Pick<TimeRange, 'from' | 'to'>,
  { label, minCount }: { readonly label: Label; readonly minCount: number },
): Promise<TermRows> {
  const { rows } = await pool.query<{ asOf: Date } & { [column in keyof TermRow]: TermRow[column] | null }>({
    name: `read terms of ${label}`,
    text: readTerms(COLUMNS[label]),
    values: [
      entityId,
      modelVersionId,
      days.from?.toISOString().slice(0, 10) ?? '-infinity',
      days.to?.toISOString().slice(0, 10) ?? 'infinity',
      minCount,
    ],
  })
  const [first] = rows
  if (first === undefined) throw new Error('The query of term counts returned no row.')
  return { asOf: first.asOf, rows: rows.flatMap(({ asOf: _, ...row }) => (isCounted(row) ? [row] : [])) }
}

const isCounted = (row: { [column in keyof TermRow]: TermRow[column] | null }): row is TermRow => row.term !== null
