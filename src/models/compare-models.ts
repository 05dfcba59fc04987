import type { Pool } from 'pg'
import { LABELS, type Label } from '../labels.ts'
import type { Estimate } from '../statistics/estimate.ts'
import { mcnemarMidP } from '../statistics/mcnemar.ts'
import { wilson } from '../statistics/wilson.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'
import type { TimeRange } from '../time/time-range.ts'

/** The labels of two versions on the mentions that both have classified. */
export interface ModelComparison {
  readonly first: ModelVersion
  readonly second: ModelVersion
  /** Mentions that both have classified. */
  readonly sampleSize: number
  /** Share of them with the same label. */
  readonly agreement: Estimate
  /** `actual` is the first version's label, `predicted` the second's. Has every pair of labels, including those with a count of 0. */
  readonly confusionMatrix: readonly { readonly actual: Label; readonly predicted: Label; readonly count: number }[]
  /** Mentions with a human label. The accuracies below are over these. */
  readonly labelledCount: number
  readonly firstAccuracy: Estimate
  readonly secondAccuracy: Estimate
  /** McNemar's mid-p value on the labelled mentions; null without any. */
  readonly pValue: number | null
}

export interface ComparisonScope {
  /** Null for all mentions, including those without an entity. */
  readonly entityId: string | null
  readonly range: Pick<TimeRange, 'from' | 'to' | 'dated'>
}

/** Neither version is tested on labels that it was fitted to, as far as the store knows them: those of an adaptation to stored labels. */
const IS_FITTED = `EXISTS (
    SELECT FROM cross_fitted_answer AS fitted WHERE fitted.tweet_id = a.tweet_id AND fitted.model_version_id IN ($1, $2))`

/** The human label of a mention is that of people, or else that of a file. $1, $2 the versions; $3 an entity or null; $4, $5 the range, unbounded if null; $6 as in `TimeRange`. */
const COMPARE = `
  SELECT a.label AS first, b.label AS second, count(*)::int AS count, count(coalesce(resolved.label, of_file.label))::int AS labelled,
    count(*) FILTER (WHERE coalesce(resolved.label, of_file.label) = a.label)::int AS "firstRight",
    count(*) FILTER (WHERE coalesce(resolved.label, of_file.label) = b.label)::int AS "secondRight"
  FROM classification AS a
  JOIN classification AS b ON b.tweet_id = a.tweet_id AND b.entity_id = a.entity_id AND b.model_version_id = $2
  LEFT JOIN resolved_label AS resolved ON resolved.tweet_id = a.tweet_id AND resolved.entity_id = a.entity_id AND NOT ${IS_FITTED}
  LEFT JOIN imported_label AS of_file ON of_file.tweet_id = a.tweet_id AND of_file.entity_id = a.entity_id AND NOT ${IS_FITTED}
  WHERE a.model_version_id = $1 AND ($3::uuid IS NULL OR a.entity_id = $3)
    AND ($4::timestamptz IS NULL OR a.counted_at >= $4) AND ($5::timestamptz IS NULL OR a.counted_at < $5)
    AND ($6::boolean IS NULL OR a.is_undated <> $6) AND a.unread_reason IS NULL AND b.unread_reason IS NULL
  GROUP BY a.label, b.label`

interface Cell {
  readonly first: Label
  readonly second: Label
  readonly count: number
  readonly labelled: number
  readonly firstRight: number
  readonly secondRight: number
}

/** Counts in the database, which returns only a row for each pair of labels. */
export async function compareModels(
  pool: Pool,
  first: ModelVersion,
  second: ModelVersion,
  { entityId, range }: ComparisonScope,
): Promise<ModelComparison> {
  // Not a prepared statement, so that the plan suits the arguments that are null.
  const { rows } = await pool.query<Cell>(COMPARE, [
    first.id,
    second.id,
    entityId,
    range.from,
    range.to,
    range.dated ?? null,
  ])
  const sum = (of: (cell: Cell) => number) => rows.reduce((total, cell) => total + of(cell), 0)
  const isAgreed = (cell: Cell) => cell.first === cell.second
  const [sampleSize, labelledCount] = [sum(({ count }) => count), sum(cell => cell.labelled)]
  return {
    first,
    second,
    sampleSize,
    agreement: wilson(
      sum(cell => (isAgreed(cell) ? cell.count : 0)),
      sampleSize,
    ),
    confusionMatrix: LABELS.flatMap(actual =>
      LABELS.map(predicted => ({
        actual,
        predicted,
        count: rows.find(cell => cell.first === actual && cell.second === predicted)?.count ?? 0,
      })),
    ),
    labelledCount,
    firstAccuracy: wilson(
      sum(({ firstRight }) => firstRight),
      labelledCount,
    ),
    secondAccuracy: wilson(
      sum(({ secondRight }) => secondRight),
      labelledCount,
    ),
    pValue:
      labelledCount === 0
        ? null
        : mcnemarMidP(
            sum(cell => (isAgreed(cell) ? 0 : cell.firstRight)),
            sum(cell => (isAgreed(cell) ? 0 : cell.secondRight)),
          ),
  }
}
