import type { Pool } from 'pg'
import { ALIASES } from '../entities/read-names.ts'
import type { Label } from '../labels.ts'

/** The human label of a stored mention, as an adaptation needs it. */
export interface StoredLabel {
  readonly tweetId: string
  readonly entityId: string
  readonly externalId: string | null
  readonly text: string
  /** Null for a whole message. */
  readonly entity: string | null
  readonly aliases: readonly string[]
  readonly label: Label
  readonly drawId: string | null
  readonly inclusionProbability: number | null
}

/** More labels take longer, and hardly change the last layer of a small network. */
const MOST_LABELS = 10_000

/**
 * One label of each mention: those of people, and those of files in which all rows or a random sample are labelled. $1 entities, or null
 * for all; $2 the limit. Beyond the limit, labels of people come first, and then a random part of the others.
 */
const READ = `
  SELECT h.tweet_id AS "tweetId", h.entity_id AS "entityId", tweet.external_id AS "externalId", tweet.text,
    nullif(entity.name, '') AS entity, ${ALIASES} AS aliases, h.label, h.draw_id AS "drawId", h.inclusion_probability AS "inclusionProbability"
  FROM (
    SELECT * FROM (
      SELECT tweet_id, entity_id, label, draw_id, inclusion_probability, false AS is_of_file FROM resolved_label
      WHERE $1::uuid[] IS NULL OR entity_id = ANY($1)
      UNION ALL
      SELECT tweet_id, entity_id, label, draw_id, inclusion_probability, true FROM mention_label AS given
      WHERE annotator = 'file' AND draw_id IS NOT NULL AND ($1::uuid[] IS NULL OR entity_id = ANY($1)) AND NOT EXISTS (
        SELECT FROM resolved_label AS resolved
        WHERE resolved.tweet_id = given.tweet_id AND resolved.entity_id = given.entity_id)
    ) AS every_label
    ORDER BY is_of_file, uuid_hash_extended(tweet_id, 0), entity_id LIMIT $2
  ) AS h
  JOIN tweet ON tweet.id = h.tweet_id JOIN entity ON entity.id = h.entity_id
  ORDER BY h.tweet_id, h.entity_id`

/** In the order of storage, so that the same labels give the same version. */
export async function readLabels(pool: Pool, entityIds: readonly string[] | null): Promise<readonly StoredLabel[]> {
  return (await pool.query<StoredLabel>(READ, [entityIds, MOST_LABELS])).rows
}

/** Ends a sum that one rare tweet would dominate. */
const LARGEST_WEIGHT = 5

/**
 * How many mentions each label stands for: the inverse of its probability of being drawn, relative to the others of its draw. A label
 * that was not drawn stands for itself.
 */
export function labelWeights(
  labels: readonly Pick<StoredLabel, 'drawId' | 'inclusionProbability'>[],
): readonly number[] {
  const inverse = labels.map(({ inclusionProbability }) => 1 / (inclusionProbability ?? 1))
  const sums = new Map<string | null, { total: number; count: number }>()
  for (const [index, { drawId }] of labels.entries()) {
    const { total, count } = sums.get(drawId) ?? { total: 0, count: 0 }
    sums.set(drawId, { total: total + (inverse[index] ?? 1), count: count + 1 })
  }
  return labels.map(({ drawId }, index) => {
    const { total = 1, count = 1 } = sums.get(drawId) ?? {}
    return drawId === null ? 1 : Math.min(LARGEST_WEIGHT, ((inverse[index] ?? 1) * count) / total)
  })
}
