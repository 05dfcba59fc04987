import type { Pool } from 'pg'

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
  (await pool.query<DrawnRange>(READ_DRAWS, [entityIds])).rows
