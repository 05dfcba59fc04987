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
 * $1 entities, $2 model versions, $3 number of labels of each. The order of text hashes is as good as random, and the same however the tweets
 * were imported: files are often sorted by label, so that the first or last rows are no sample. `OFFSET 0` makes the planner look up answers
 * and tweets by key: before it has statistics of a large import, it would sort the labels again for each answer.
 */
const SAMPLED_LABELLED = `
  SELECT s.series::int, labelled.id AS "tweetId", labelled.external_id AS "externalId", labelled.text, labelled.actual,
    own.label, own.confidence, own.positive, own.neutral, own.negative, own.irrelevant
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS s (entity_id, model_version_id, series)
  CROSS JOIN LATERAL (
    SELECT tweet.*, given.label AS actual
    FROM imported_label AS given
    CROSS JOIN LATERAL (
      SELECT t.id, t.external_id, t.text, t.text_hash, t.identity FROM tweet AS t WHERE t.id = given.tweet_id OFFSET 0
    ) AS tweet
    WHERE given.entity_id = s.entity_id ORDER BY tweet.text_hash, tweet.identity LIMIT $3
  ) AS labelled
  CROSS JOIN LATERAL (
    SELECT c.* FROM classification AS c
    WHERE c.tweet_id = labelled.id AND c.entity_id = s.entity_id AND c.model_version_id = s.model_version_id OFFSET 0
  ) AS own
  ORDER BY s.series, labelled.text_hash, labelled.identity`

/** The answers about the labelled tweets of each series, or about a stable sample of `most` of them. Same length and order as `series`. */
export async function readLabelled(
  pool: Pool,
  series: readonly CountedSeries[],
  most: number,
): Promise<readonly (readonly LabelledAnswer[])[]> {
  const { rows } = await pool.query<LabelledAnswer & { series: number }>(SAMPLED_LABELLED, [
    series.map(({ entityId }) => entityId),
    series.map(({ modelVersionId }) => modelVersionId),
    most,
  ])
  const answers = series.map((): LabelledAnswer[] => [])
  for (const { series: number, ...answer } of rows) answers[number - 1]?.push(answer)
  return answers
}
