import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Scores } from '../../network/classifier.ts'
import type { StoredClassification } from '../service.ts'
import { answerOf, STORED_COLUMNS, type StoredRow } from '../stored-row.ts'
import type { PlacedMention } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO classification (id, entity_id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
  SELECT id, entity_id, tweet_id, $14, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, $15
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::label[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[],
    $10::boolean[], $11::float4[], $12::boolean[], $13::timestamptz[])
    AS given (id, entity_id, tweet_id, label, positive, neutral, negative, irrelevant, confidence,
      is_uncertain, unknown_token_share, is_truncated, counted_at)
  ORDER BY tweet_id, entity_id ON CONFLICT (tweet_id, entity_id, model_version_id) DO NOTHING`

const READ = `
  SELECT wanted.key, ${STORED_COLUMNS}
  FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS wanted (key, tweet_id, entity_id)
  JOIN classification c ON c.tweet_id = wanted.tweet_id AND c.entity_id = wanted.entity_id AND c.model_version_id = $4`

export type ScoredMention = PlacedMention & { readonly scores: Scores }

/** What is stored, by key. Where another process was quicker, its classification is the answer. */
export async function writeClassifications(
  client: PoolClient,
  mentions: readonly ScoredMention[],
  modelVersionId: string,
  now: Date,
): Promise<ReadonlyMap<string, StoredClassification>> {
  const rows = mentions.map(mention => ({ ...mention, id: uuidv7() }))
  if (rows.length === 0) return new Map()
  const { rowCount } = await client.query(WRITE, [
    rows.map(({ id }) => id),
    rows.map(({ entityId }) => entityId),
    rows.map(({ tweet }) => tweet.id),
    rows.map(({ scores }) => scores.label),
    rows.map(({ scores }) => scores.probabilities.positive),
    rows.map(({ scores }) => scores.probabilities.neutral),
    rows.map(({ scores }) => scores.probabilities.negative),
    rows.map(({ scores }) => scores.probabilities.irrelevant),
    rows.map(({ scores }) => scores.confidence),
    rows.map(({ scores }) => scores.isUncertain),
    rows.map(({ scores }) => scores.unknownTokenShare),
    rows.map(({ scores }) => scores.isTruncated),
    rows.map(({ tweet }) => tweet.countedAt.toISOString()),
    modelVersionId,
    now,
  ])
  if (rowCount === rows.length) {
    return new Map(rows.map(({ key, id, entityId, scores }) => [key, { id, entityId, scores, isNew: true }]))
  }
  const ours = new Set(rows.map(({ id }) => id))
  const stored = await client.query<StoredRow & { key: string }>(READ, [
    rows.map(({ key }) => key),
    rows.map(({ tweet }) => tweet.id),
    rows.map(({ entityId }) => entityId),
    modelVersionId,
  ])
  return new Map(stored.rows.map(row => [row.key, answerOf(row, ours.has(row.id))]))
}
