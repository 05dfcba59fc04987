import type { Pool } from 'pg'
import type { Label } from '../../labels.ts'

/** The labels of a mention that at least two annotators have labelled. */
export interface RatedMention {
  readonly labels: ReadonlyMap<string, Label>
}

/**
 * $1 an entity or null; $2 the most mentions. The newest tweets first. Equal texts of a queue are labelled once and count once: each
 * annotator has made one decision about them.
 */
const READ = `
  SELECT rated.tweet_id AS "tweetId", rated.entity_id AS "entityId", given.annotator, given.label
  FROM (
    SELECT tweet_id, entity_id FROM resolved_label
    WHERE annotator_count >= 2 AND ($1::uuid IS NULL OR entity_id = $1) AND NOT EXISTS (
      SELECT FROM label_draw_item AS item
      WHERE item.tweet_id = resolved_label.tweet_id AND item.draw_id = resolved_label.draw_id AND item.position <> item.text_position)
    ORDER BY tweet_id DESC, entity_id LIMIT $2
  ) AS rated
  JOIN current_label AS given USING (tweet_id, entity_id)
  WHERE given.origin <> 'AGREEMENT'`

/** What each annotator says about the mentions with several labels: of all, or of the newest `most`. Adjudications are no ratings. */
export async function readRatings(pool: Pool, entityId: string | null, most: number): Promise<readonly RatedMention[]> {
  const { rows } = await pool.query<{ tweetId: string; entityId: string; annotator: string; label: Label }>(READ, [
    entityId,
    most,
  ])
  const mentions = new Map<string, Map<string, Label>>()
  for (const { tweetId, entityId, annotator, label } of rows) {
    const key = tweetId + entityId
    const labels = mentions.get(key) ?? new Map<string, Label>()
    mentions.set(key, labels.set(annotator, label))
  }
  return [...mentions.values()].map(labels => ({ labels }))
}
