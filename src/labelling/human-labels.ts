import type { Pool } from 'pg'
import type { Label } from '../labels.ts'
import type { LabelOrigin, MentionKey } from './mention-label.ts'

export const LABEL_BASES = ['ADJUDICATED', 'AGREED', 'SINGLE'] as const

/** The one label of a mention that people and files decide together. */
export interface HumanLabel extends MentionKey {
  readonly label: Label
  readonly basis: (typeof LABEL_BASES)[number]
  readonly annotator: string
  readonly origin: LabelOrigin
  readonly labelledAt: Date | null
  readonly annotatorCount: number
  readonly isDisputed: boolean
  readonly inclusionProbability: number | null
}

const COLUMNS = `h.tweet_id AS "tweetId", h.entity_id AS "entityId", h.label, h.basis, h.annotator, h.origin, h.labelled_at AS "labelledAt",
  h.annotator_count AS "annotatorCount", h.is_disputed AS "isDisputed", h.inclusion_probability AS "inclusionProbability"`

const READ = `
  SELECT wanted.position::int, ${COLUMNS}
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS wanted (tweet_id, entity_id, position)
  CROSS JOIN LATERAL (
    SELECT * FROM human_label WHERE tweet_id = wanted.tweet_id AND entity_id = wanted.entity_id LIMIT 1
  ) AS h`

/** The human label of each mention, or null. Same length and order as the input. */
export async function readHumanLabels(
  pool: Pool,
  mentions: readonly MentionKey[],
): Promise<readonly (HumanLabel | null)[]> {
  const values = [mentions.map(({ tweetId }) => tweetId), mentions.map(({ entityId }) => entityId)]
  const { rows } = await pool.query<HumanLabel & { position: number }>({ name: 'human labels', text: READ, values })
  const found = new Map(rows.map(({ position, ...label }) => [position - 1, label]))
  return mentions.map((_, index) => found.get(index) ?? null)
}

const READ_OF_TWEETS = `SELECT ${COLUMNS} FROM human_label AS h WHERE h.tweet_id = ANY($1::uuid[])`

/** The human labels of each tweet about its entities. Same length and order as the input. */
export async function readHumanLabelsOfTweets(
  pool: Pool,
  tweetIds: readonly string[],
): Promise<readonly (readonly HumanLabel[])[]> {
  const { rows } = await pool.query<HumanLabel>(READ_OF_TWEETS, [tweetIds])
  return tweetIds.map(id => rows.filter(({ tweetId }) => tweetId === id))
}
