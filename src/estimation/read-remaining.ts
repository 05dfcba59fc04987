import type { Pool } from 'pg'
import { STRATA, stratumOf } from '../estimates/strata.ts'
import type { Label } from '../labels.ts'

/** $1 queue, $2 model version. */
const READ = `
  SELECT c.label, c.is_uncertain AS "isUncertain", count(*)::int AS count
  FROM label_draw AS draw JOIN label_draw_item AS item ON item.draw_id = draw.id
  CROSS JOIN LATERAL (
    SELECT label, is_uncertain FROM classification
    WHERE tweet_id = item.tweet_id AND entity_id = draw.entity_id AND model_version_id = $2 AND unread_reason IS NULL OFFSET 0
  ) AS c
  WHERE draw.id = $1 AND NOT EXISTS (
    SELECT FROM resolved_label AS given
    WHERE given.tweet_id = item.tweet_id AND given.entity_id = draw.entity_id AND given.draw_id IS NOT NULL)
  GROUP BY 1, 2`

/** The number of tweets in each stratum that a review queue drew and that have no label of a draw yet. */
export async function readRemaining(pool: Pool, queueId: string, modelVersionId: string): Promise<readonly number[]> {
  const { rows } = await pool.query<{ label: Label; isUncertain: boolean; count: number }>(READ, [
    queueId,
    modelVersionId,
  ])
  const counts = STRATA.map(() => 0)
  for (const { label, isUncertain, count } of rows) counts[stratumOf(label, isUncertain)] = count
  return counts
}
