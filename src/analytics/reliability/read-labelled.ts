import type { Pool } from 'pg'
import type { Label } from '../../labels.ts'
import type { CountedSeries } from '../read-counts.ts'

/** A tweet with a human label, and the answer of a model version. */
export interface LabelledAnswer {
  readonly tweetId: string
  readonly externalId: string | null
  readonly text: string
  /** The human label. */
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
 *
 * The labels of a file count, with people's corrections. Labels of people alone count if a queue drew the tweet; others may have been chosen
 * because the model was wrong. A queue draws some tweets with a higher probability than others. Of these, as many are left out as makes
 * the probabilities equal, by the hash of the tweet's id.
 */
const SAMPLED_LABELLED = `
  SELECT s.series::int, labelled.id AS "tweetId", labelled.external_id AS "externalId", labelled.text, labelled.actual,
    own.label, own.confidence, own.positive, own.neutral, own.negative, own.irrelevant
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS s (entity_id, model_version_id, series)
  CROSS JOIN LATERAL (
    SELECT tweet.*, given.label AS actual
    FROM (
      SELECT file.tweet_id, coalesce(resolved.label, file.label) AS label
      FROM imported_label AS file LEFT JOIN resolved_label AS resolved
        ON resolved.tweet_id = file.tweet_id AND resolved.entity_id = file.entity_id
      WHERE file.entity_id = s.entity_id
      UNION ALL
      SELECT resolved.tweet_id, resolved.label
      FROM resolved_label AS resolved JOIN (
        SELECT draw.id, min(item.inclusion_probability) AS lowest
        FROM label_draw AS draw JOIN label_draw_item AS item ON item.draw_id = draw.id
        WHERE draw.entity_id = s.entity_id AND NOT draw.is_partial GROUP BY draw.id
      ) AS draw ON draw.id = resolved.draw_id
      WHERE resolved.entity_id = s.entity_id
        AND uuid_hash_extended(resolved.tweet_id, 0) / 2 ^ 64 + 0.5 < draw.lowest / resolved.inclusion_probability
        AND NOT EXISTS (
          SELECT FROM imported_label AS file WHERE file.tweet_id = resolved.tweet_id AND file.entity_id = resolved.entity_id)
    ) AS given
    CROSS JOIN LATERAL (
      SELECT t.id, t.external_id, t.text, t.text_hash, t.identity FROM tweet AS t WHERE t.id = given.tweet_id OFFSET 0
    ) AS tweet
    ORDER BY tweet.text_hash, tweet.identity LIMIT $3
  ) AS labelled
  CROSS JOIN LATERAL (
    SELECT c.* FROM classification AS c
    WHERE c.tweet_id = labelled.id AND c.entity_id = s.entity_id AND c.model_version_id = s.model_version_id
      AND c.unread_reason IS NULL OFFSET 0
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
