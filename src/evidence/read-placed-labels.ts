import type { Pool } from 'pg'
import type { LabelRow } from '../labelling/strata/strata-of.ts'
import type { Label } from '../labels.ts'

/** All labels of an entity beside the answers of one model version, counted by time. */
export interface PlacedSeries {
  readonly entityId: string
  readonly modelVersionId: string
  /** Ascending instants as PostgreSQL writes them: a label has place n if n of them are not later than its tweet. */
  readonly cuts: readonly string[]
}

/** Labelled tweets of one place, with the same answer, label and draw. */
export interface PlacedLabels extends LabelRow {
  readonly place: number
  readonly isUndated: boolean
  /**
   * The same as evidence of how the version errs, for which no answer may be fitted to its label. An adapted version's answers about the
   * mentions that it was fitted to are the cross-fitted ones. Without them, only labels that are later than the version count as drawn.
   */
  readonly evidencePredicted: Label
  readonly evidenceIsUncertain: boolean
  readonly evidenceDrawId: string | null
}

/** When a version was adapted to labels; null if it was not. */
const ADAPTED_AT = `(version.adaptation ->> 'adaptedAt')::timestamptz`

/** $1 entities, $2 model versions, $3 the cuts of each, which $4 lists. */
const MANY_SERIES = `
  unnest($1::uuid[], $2::uuid[], $3::int[]) WITH ORDINALITY AS s (entity_id, model_version_id, plan, series)
  JOIN json_to_recordset($4::json) AS plan (plan int, cuts timestamptz[]) USING (plan)`

/** $1 entity, $2 model version, $3 cuts. For a list of series, the planner expects few labels and sorts a million of them on disk. */
const ONE_SERIES = `
  (SELECT $1::uuid AS entity_id, $2::uuid AS model_version_id, 1 AS series) AS s
  CROSS JOIN (SELECT $3::timestamptz[] AS cuts) AS plan`

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
  SELECT s.series::int - 1 AS series, c.label AS predicted, c.is_uncertain AS "isUncertain", h.label, draw.id AS "drawId", draw.entity_id IS NOT NULL AS "isQueue",
    coalesce(fitted.label, c.label) AS "evidencePredicted", coalesce(fitted.is_uncertain, c.is_uncertain) AS "evidenceIsUncertain",
    CASE WHEN version.adaptation IS NULL OR fitted.tweet_id IS NOT NULL OR h.labelled_at > ${ADAPTED_AT} THEN draw.id END AS "evidenceDrawId",
    c.is_undated AS "isUndated", width_bucket(c.counted_at, plan.cuts) AS place,
    count(*)::int AS count, sum(1 / coalesce(h.inclusion_probability, 1)) AS weight,
    sum(1 / coalesce(h.inclusion_probability, 1) ^ 2) AS "squaredWeight"
  FROM ${series} CROSS JOIN LATERAL (${labels}) AS h
  JOIN classification AS c ON c.tweet_id = h.tweet_id AND c.entity_id = s.entity_id AND c.model_version_id = s.model_version_id
    AND c.unread_reason IS NULL
  JOIN model_version AS version ON version.id = s.model_version_id
  LEFT JOIN cross_fitted_answer AS fitted ON fitted.model_version_id = s.model_version_id
    AND fitted.tweet_id = h.tweet_id AND fitted.entity_id = s.entity_id
  LEFT JOIN label_draw AS draw ON draw.id = h.draw_id AND NOT draw.is_partial
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`

/**
 * The labelled tweets of each series that its version could read, in the order of the series. Each mention counts once, with its human
 * label. Labels of a file are left out unless all of its rows or a random sample were labelled. One statement reads the labels of people of
 * all series, and one for each series those of files.
 */
export async function readPlacedLabels(
  pool: Pool,
  series: readonly PlacedSeries[],
): Promise<readonly (readonly PlacedLabels[])[]> {
  const plans = [...new Set(series.map(({ cuts }) => cuts))]
  const ids = series.map(({ entityId }) => entityId)
  const [ofPeople, haveFiles] = await Promise.all([
    pool.query<PlacedLabels & { series: number }>(read(MANY_SERIES, LABELS_OF_PEOPLE), [
      ids,
      series.map(({ modelVersionId }) => modelVersionId),
      series.map(({ cuts }) => plans.indexOf(cuts)),
      JSON.stringify(plans.map((cuts, plan) => ({ plan, cuts }))),
    ]),
    pool.query<{ id: string }>(HAVE_FILES, [ids]),
  ])
  const found = series.map((): PlacedLabels[] => [])
  const add = (index: number, rows: readonly (PlacedLabels & { readonly series: number })[]) => {
    for (const { series: _, ...row } of rows) found[index]?.push(row)
  }
  for (const row of ofPeople.rows) add(row.series, [row])
  const withFiles = new Set(haveFiles.rows.map(({ id }) => id))
  for (const [index, { entityId, modelVersionId, cuts }] of series.entries()) {
    if (!withFiles.has(entityId)) continue
    const parameters = [entityId, modelVersionId, cuts]
    add(
      index,
      (await pool.query<PlacedLabels & { series: number }>(read(ONE_SERIES, LABELS_OF_FILES), parameters)).rows,
    )
  }
  return found
}

const LABELLED = `
  SELECT entity_id AS id FROM resolved_label
  UNION SELECT entity_id FROM mention_label WHERE annotator = 'file' AND draw_id IS NOT NULL`

/** The entities with labels that an estimate can use. */
export const readLabelledEntities = async (pool: Pool): Promise<readonly string[]> =>
  (await pool.query<{ id: string }>(LABELLED)).rows.map(({ id }) => id)
