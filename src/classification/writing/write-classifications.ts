import type { PoolClient } from 'pg'
import type { Scores } from '../../ml/network/classifier.ts'
import { booleanArray, floatArray, instantArray, textArray, uuidArray } from '../../storage/binary-arrays.ts'
import { newIds } from '../../storage/new-ids.ts'
import type { StoredTweet } from '../read-stored.ts'
import type { StoredClassification } from '../request.ts'
import { answerOf, STORED_COLUMNS, type StoredRow } from '../stored-row.ts'

const WRITE = `
  INSERT INTO classification (id, entity_id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, is_undated, unread_reason, created_at)
  SELECT id, entity_id, tweet_id, $15, label::label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, is_undated, unread_reason::unread_reason, $16
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[],
    $10::boolean[], $11::float8[], $12::boolean[], $13::timestamptz[],
    $14::boolean[], $17::text[])
    AS given (id, entity_id, tweet_id, label, positive, neutral, negative, irrelevant, confidence,
      is_uncertain, unknown_token_share, is_truncated, counted_at, is_undated, unread_reason)
  ORDER BY tweet_id, entity_id ON CONFLICT (tweet_id, entity_id, model_version_id) DO NOTHING`

const READ = `
  SELECT wanted.key, ${STORED_COLUMNS}
  FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS wanted (key, tweet_id, entity_id)
  CROSS JOIN LATERAL (
    SELECT * FROM classification
    WHERE tweet_id = wanted.tweet_id AND entity_id = wanted.entity_id AND model_version_id = $4 LIMIT 1
  ) AS c`

/** A mention with a model's scores. */
export interface ScoredPair {
  /** Unique within the call. */
  readonly key: string
  readonly tweet: StoredTweet
  readonly entityId: string
  readonly scores: Scores
}

/** A stored classification and its tweet. */
export interface WrittenPair extends StoredClassification {
  readonly tweet: StoredTweet
}

/** Stores classifications and returns them by key. If another process stored one first, that one is returned. */
export async function writeClassifications(
  client: PoolClient,
  pairs: readonly ScoredPair[],
  modelVersionId: string,
  now: Date,
): Promise<ReadonlyMap<string, WrittenPair>> {
  if (pairs.length === 0) return new Map()
  const ids = newIds(pairs.length, now)
  const entityIds = uuidArray(pairs.map(({ entityId }) => entityId))
  const tweetIds = uuidArray(pairs.map(({ tweet }) => tweet.id))
  const { rowCount } = await client.query({
    name: 'write classifications',
    text: WRITE,
    values: [
      uuidArray(ids),
      entityIds,
      tweetIds,
      textArray(pairs.map(({ scores }) => scores.label)),
      floatArray(pairs.map(({ scores }) => scores.probabilities.positive)),
      floatArray(pairs.map(({ scores }) => scores.probabilities.neutral)),
      floatArray(pairs.map(({ scores }) => scores.probabilities.negative)),
      floatArray(pairs.map(({ scores }) => scores.probabilities.irrelevant)),
      floatArray(pairs.map(({ scores }) => scores.confidence)),
      booleanArray(pairs.map(({ scores }) => scores.isUncertain)),
      floatArray(pairs.map(({ scores }) => scores.unknownTokenShare)),
      booleanArray(pairs.map(({ scores }) => scores.isTruncated)),
      instantArray(pairs.map(({ tweet }) => tweet.countedAt)),
      booleanArray(pairs.map(({ tweet }) => tweet.isUndated)),
      modelVersionId,
      now,
      textArray(pairs.map(({ scores }) => scores.unreadReason)),
    ],
  })
  if (rowCount === pairs.length) {
    return new Map(
      pairs.map(({ key, tweet, entityId, scores }, index) => [
        key,
        { id: ids[index] ?? '', tweet, entityId, scores, isNew: true },
      ]),
    )
  }
  // A pair that was given under two names is new only once.
  const ours = new Set(ids)
  const keys = textArray(pairs.map(({ key }) => key))
  const { rows } = await client.query<StoredRow & { key: string }>(READ, [keys, tweetIds, entityIds, modelVersionId])
  const byKey = new Map(rows.map(row => [row.key, row]))
  return new Map(
    pairs.flatMap(({ key, tweet }) => {
      const row = byKey.get(key)
      return row === undefined ? [] : [[key, { ...answerOf(row, ours.delete(row.id)), tweet }]]
    }),
  )
}
