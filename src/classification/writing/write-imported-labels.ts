import type { PoolClient } from 'pg'
import { floatArray, textArray, uuidArray } from '../../storage/binary-arrays.ts'
import type { ResolvedMention } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO mention_label (tweet_id, entity_id, label, labelled_at, draw_id, inclusion_probability)
  SELECT tweet_id, entity_id, label::label, $6, draw_id, inclusion_probability
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::float8[])
    AS given (tweet_id, entity_id, label, draw_id, inclusion_probability)
  ORDER BY tweet_id, entity_id ON CONFLICT (tweet_id, entity_id, annotator, number) DO NOTHING
  RETURNING tweet_id AS "tweetId", entity_id AS "entityId"`

/**
 * Stores the labels of imported rows, as given by the annotator `file`. The first label of a mention stays.
 *
 * @returns Keys of the mentions that had no such label before.
 */
export async function writeImportedLabels(
  client: PoolClient,
  mentions: readonly ResolvedMention[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const labelled = mentions.filter(({ mention }) => mention.request.importedLabel !== null)
  if (labelled.length === 0) return new Set()
  const { rows } = await client.query<{ tweetId: string; entityId: string }>({
    name: 'write imported labels',
    text: WRITE,
    values: [
      uuidArray(labelled.map(({ tweet }) => tweet.id)),
      uuidArray(labelled.map(({ entityId }) => entityId)),
      textArray(labelled.map(({ mention }) => mention.request.importedLabel)),
      uuidArray(labelled.map(({ mention }) => mention.request.origin?.labelDraw?.id ?? null)),
      floatArray(labelled.map(({ mention }) => mention.request.origin?.labelDraw?.inclusionProbability ?? null)),
      now,
    ],
  })
  const written = new Set(rows.map(({ tweetId, entityId }) => tweetId + entityId))
  return new Set(
    labelled.flatMap(({ mention, tweet, entityId }) => (written.has(tweet.id + entityId) ? [mention.key] : [])),
  )
}
