import type { Pool } from 'pg'
import type { Label } from '../../labels.ts'
import type { CountedSeries } from '../read-counts.ts'

/** A tweet that was imported with a label, and the answer of a model version. */
export interface LabelledAnswer {
  readonly tweetId: string
  readonly externalId: string | null
  readonly text: string
  /** The imported label. */
  readonly actual: Label
  readonly label: Label
  readonly confidence: number
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
}

/**
 * $1 entities, $2 model versions, $3 number of labels of each. Ids of tweets grow with the time of storing. `OFFSET 0` makes the planner look
 * up answers and tweets by key: before it has statistics of a large import, it would sort the labels again for each answer.
 */
const NEWEST_LABELLED = `
  SELECT s.series::int, tweet.id AS "tweetId", tweet.external_id AS "externalId", tweet.text, labelled.label AS actual,
    own.label, own.confidence, own.positive, own.neutral, own.negative, own.irrelevant
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS s (entity_id, model_version_id, series)
  CROSS JOIN LATERAL (
    SELECT tweet_id, label FROM imported_label WHERE entity_id = s.entity_id ORDER BY tweet_id DESC LIMIT $3
  ) AS labelled
  CROSS JOIN LATERAL (
    SELECT c.* FROM classification AS c
    WHERE c.tweet_id = labelled.tweet_id AND c.entity_id = s.entity_id AND c.model_version_id = s.model_version_id OFFSET 0
  ) AS own
  CROSS JOIN LATERAL (SELECT t.id, t.external_id, t.text FROM tweet AS t WHERE t.id = labelled.tweet_id OFFSET 0) AS tweet
  ORDER BY s.series, tweet.id DESC`

/** The answers about the newest labelled tweets of each series, at most `most` of each. Same length and order as `series`. */
export async function readLabelled(
  pool: Pool,
  series: readonly CountedSeries[],
  most: number,
): Promise<readonly (readonly LabelledAnswer[])[]> {
  const { rows } = await pool.query<LabelledAnswer & { series: number }>(NEWEST_LABELLED, [
    series.map(({ entityId }) => entityId),
    series.map(({ modelVersionId }) => modelVersionId),
    most,
  ])
  const answers = series.map((): LabelledAnswer[] => [])
  for (const { series: number, ...answer } of rows) answers[number - 1]?.push(answer)
  return answers
}
