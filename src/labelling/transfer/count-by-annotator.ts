import type { Pool } from 'pg'

/** The current labels of one annotator about one entity. */
export interface AnnotatorCount {
  /** Null for whole messages. */
  readonly entity: string | null
  readonly annotator: string
  readonly labelCount: number
  readonly latestAt: Date | null
}

/** $1 an entity or null. */
const COUNT = `
  SELECT nullif(entity.name, '') AS entity, given.annotator, count(*)::int AS "labelCount", max(given.labelled_at) AS "latestAt"
  FROM current_label AS given JOIN entity ON entity.id = given.entity_id
  WHERE $1::uuid IS NULL OR given.entity_id = $1
  GROUP BY entity.name, entity.key, given.annotator ORDER BY entity.key, 3 DESC, given.annotator`

/** By entity and annotator. Adjudications count under their annotator. */
export const countByAnnotator = async (pool: Pool, entityId: string | null): Promise<readonly AnnotatorCount[]> =>
  (await pool.query<AnnotatorCount>(COUNT, [entityId])).rows
