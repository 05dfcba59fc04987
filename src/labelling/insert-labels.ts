import type { PoolClient } from 'pg'
import type { MentionLabel } from './mention-label.ts'

const INSERT = `
  INSERT INTO mention_label (tweet_id, entity_id, label, annotator, number, undoes, origin, labelled_at, draw_id, inclusion_probability)
  SELECT tweet_id, entity_id, label::label, annotator, number, undoes, origin::label_origin, labelled_at, draw_id, inclusion_probability
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[], $8::timestamptz[], $9::uuid[], $10::float8[])
    AS given (tweet_id, entity_id, label, annotator, number, undoes, origin, labelled_at, draw_id, inclusion_probability)
  ORDER BY tweet_id, entity_id`

/** Adds rows. The triggers of the table decide the labels of their mentions again. */
export async function insertLabels(client: PoolClient, rows: readonly MentionLabel[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(INSERT, [
    rows.map(({ tweetId }) => tweetId),
    rows.map(({ entityId }) => entityId),
    rows.map(({ label }) => label),
    rows.map(({ annotator }) => annotator),
    rows.map(({ number }) => number),
    rows.map(({ undoes }) => undoes),
    rows.map(({ origin }) => origin),
    rows.map(({ labelledAt }) => labelledAt?.toISOString() ?? null),
    rows.map(({ drawId }) => drawId),
    rows.map(({ inclusionProbability }) => inclusionProbability),
  ])
}
