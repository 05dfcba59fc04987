import type { Pool } from 'pg'
import type { Label } from '../../labels.ts'
import type { TimeRange } from '../../time/time-range.ts'
import { type LabelledStratum, type LabelRow, strataOf } from './strata-of.ts'

/** The labels of an entity among the tweets of a range, beside the answers of one model version. */
export interface LabelledSeries {
  readonly entityId: string
  readonly modelVersionId: string
  readonly range: Pick<TimeRange, 'from' | 'to' | 'dated'>
  /**
   * The labels are evidence of how the version errs, so no answer may be fitted to its label. An adapted version's answers about the
   * mentions that it was fitted to are the cross-fitted ones. Without them, only labels that are later than the version count as drawn.
   */
  readonly isEvidence: boolean
}

/** When a version was adapted to labels; null if it was not. */
const ADAPTED_AT = `(version.adaptation ->> 'adaptedAt')::timestamptz`

/** $1 entities, $2 model versions, $3 to $5 ranges, $6 whether labels are evidence. */
const MANY_SERIES = `
  unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::boolean[], $6::boolean[])
    WITH ORDINALITY AS s (entity_id, model_version_id, range_from, range_to, dated, is_evidence, series)`

/** For a list of series, the planner takes a million labels for a few, and sorts them on the disk. */
const ONE_SERIES = `
  (SELECT $1::uuid AS entity_id, $2::uuid AS model_version_id, $3::timestamptz AS range_from, $4::timestamptz AS range_to,
    $5::boolean AS dated, $6::boolean AS is_evidence, 1 AS series) AS s`

const LABELS_OF_PEOPLE =
  'SELECT tweet_id, label, draw_id, inclusion_probability, labelled_at FROM resolved_label WHERE entity_id = s.entity_id'

const LABELS_OF_FILES = `
  SELECT tweet_id, label, draw_id, inclusion_probability, labelled_at FROM mention_label AS given
  WHERE entity_id = s.entity_id AND annotator = 'file' AND draw_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM resolved_label AS resolved
    WHERE resolved.tweet_id = given.tweet_id AND resolved.entity_id = given.entity_id)`

const HAVE_FILES = `
  SELECT named.id FROM unnest($1::uuid[]) AS named (id)
  WHERE EXISTS (SELECT FROM mention_label WHERE entity_id = named.id AND annotator = 'file' AND draw_id IS NOT NULL)`

/** A draw from an entity that was merged into this one is no random sample of it. */
const read = (series: string, labels: string) => `
  SELECT s.series::int - 1 AS series, coalesce(fitted.label, c.label) AS predicted, coalesce(fitted.is_uncertain, c.is_uncertain) AS "isUncertain", h.label,
    CASE WHEN NOT s.is_evidence OR version.adaptation IS NULL OR fitted.tweet_id IS NOT NULL OR h.labelled_at > ${ADAPTED_AT}
      THEN draw.id END AS "drawId", draw.entity_id IS NOT NULL AS "isQueue",
    count(*)::int AS count, sum(1 / coalesce(h.inclusion_probability, 1)) AS weight,
    sum(1 / coalesce(h.inclusion_probability, 1) ^ 2) AS "squaredWeight"
  FROM ${series} CROSS JOIN LATERAL (${labels}) AS h
  JOIN classification AS c
    ON c.tweet_id = h.tweet_id AND c.entity_id = s.entity_id AND c.model_version_id = s.model_version_id
      AND c.unread_reason IS NULL
  JOIN model_version AS version ON version.id = s.model_version_id
  LEFT JOIN cross_fitted_answer AS fitted ON s.is_evidence AND fitted.model_version_id = s.model_version_id
    AND fitted.tweet_id = h.tweet_id AND fitted.entity_id = s.entity_id
  LEFT JOIN label_draw AS draw ON draw.id = h.draw_id AND NOT draw.is_partial
  WHERE (s.range_from IS NULL OR c.counted_at >= s.range_from) AND (s.range_to IS NULL OR c.counted_at < s.range_to)
    AND (s.dated IS NULL OR c.is_undated <> s.dated)
  GROUP BY 1, 2, 3, 4, 5, 6`

/**
 * The labelled tweets of each series by stratum: the label and the certainty of the model's answer. Strata without a labelled tweet are
 * missing. Same length and order as the input. Each mention counts once, with its human label; one whose text the version could not read does not count. Labels of a file are
 * left out unless all of its rows or a random sample were labelled: there may be millions, and no estimate can use them.
 */
export async function readLabelledStrata(
  pool: Pool,
  series: readonly LabelledSeries[],
): Promise<readonly (readonly LabelledStratum[])[]> {
  if (series.length === 0) return []
  const values = series.map(({ entityId, modelVersionId, range: { from, to, dated }, isEvidence }) => [
    entityId,
    modelVersionId,
    from?.toISOString() ?? null,
    to?.toISOString() ?? null,
    dated ?? null,
    isEvidence,
  ])
  const columns = [0, 1, 2, 3, 4, 5].map(column => values.map(row => row[column]))
  const [ofPeople, haveFiles] = await Promise.all([
    pool.query<LabelRow & { series: number }>(read(MANY_SERIES, LABELS_OF_PEOPLE), columns),
    pool.query<{ id: string }>(HAVE_FILES, [series.map(({ entityId }) => entityId)]),
  ])
  const ids = new Set(haveFiles.rows.map(({ id }) => id))
  const strata: (readonly LabelledStratum[])[] = []
  for (const [index, { entityId }] of series.entries()) {
    const ofFiles = ids.has(entityId)
      ? (await pool.query<LabelRow>(read(ONE_SERIES, LABELS_OF_FILES), values[index])).rows
      : []
    strata.push(strataOf([...ofPeople.rows.filter(row => row.series === index), ...ofFiles]))
  }
  return strata
}

/** A draw whose labels may be among those of a series. */
export interface DrawnRange {
  readonly entityId: string | null
  readonly strategy: string
  /** The tweets that could be drawn: of this range, and stored before the draw. */
  readonly from: Date | null
  readonly to: Date | null
  readonly drawnAt: Date
}

const READ_DRAWS = `
  SELECT entity_id AS "entityId", strategy, range_from AS "from", range_to AS "to", created_at AS "drawnAt"
  FROM label_draw WHERE entity_id = ANY($1::uuid[]) AND NOT is_partial ORDER BY id`

/** The draws from these entities, oldest first. An estimate over a longer range rests on tweets that no draw could reach. */
export const readDrawnRanges = async (pool: Pool, entityIds: readonly string[]): Promise<readonly DrawnRange[]> =>
  (await pool.query<DrawnRange & { label: Label }>(READ_DRAWS, [entityIds])).rows
