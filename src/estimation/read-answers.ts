import type { Pool } from 'pg'
import { STRATA, stratumOf } from '../estimates/strata.ts'
import type { Label } from '../labels.ts'
import type { TimeRange } from '../time/time-range.ts'

/** The classifications of an entity by one model version in a range. */
export interface AnswerSeries {
  readonly entityId: string
  readonly modelVersionId: string
  readonly range: Pick<TimeRange, 'from' | 'to' | 'dated'>
}

const READ = `
  SELECT label, is_uncertain AS "isUncertain", count(*)::int AS count FROM classification
  WHERE entity_id = $1 AND model_version_id = $2
    AND ($3::timestamptz IS NULL OR counted_at >= $3) AND ($4::timestamptz IS NULL OR counted_at < $4)
    AND ($5::boolean IS NULL OR is_undated <> $5)
  GROUP BY 1, 2`

/** The number of tweets in each stratum, in the order of `STRATA`. Reads every classification of the range. */
export async function readAnswers(
  pool: Pool,
  { entityId, modelVersionId, range }: AnswerSeries,
): Promise<readonly number[]> {
  const { rows } = await pool.query<{ label: Label; isUncertain: boolean; count: number }>(READ, [
    entityId,
    modelVersionId,
    range.from?.toISOString() ?? null,
    range.to?.toISOString() ?? null,
    range.dated ?? null,
  ])
  const counts = STRATA.map(() => 0)
  for (const { label, isUncertain, count } of rows) counts[stratumOf(label, isUncertain)] = count
  return counts
}
