import type { PoolClient } from 'pg'
import type { Merge, MovedCounts } from './move-mentions.ts'

const GIVEN = `
  FROM unnest($2::uuid[], $3::timestamptz[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::boolean[])
    AS given (model_version_id, bucket_start, positive, neutral, negative, irrelevant, uncertain, is_undated)`

/** Sums first: a quarter of an hour may be given twice, and a day has many. */
const add = (table: string, bucketStart: string) => `
  INSERT INTO ${table} AS kept (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain)
  SELECT $1::uuid, model_version_id, ${bucketStart} AS bucket, is_undated, sum(positive), sum(neutral), sum(negative), sum(irrelevant), sum(uncertain)
  ${GIVEN} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    positive = kept.positive + excluded.positive, neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative, irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain = kept.uncertain + excluded.uncertain`

const ADD_QUARTERS = add('sentiment_rollup', 'bucket_start')
const ADD_DAYS = add('sentiment_rollup_daily', "date_trunc('day', bucket_start, 'UTC')")

/** Adds the moved counts to the entity that stays, and drops those of the other entity, which has no rows left. */
export async function moveCounts(
  client: PoolClient,
  { fromId, intoId }: Merge,
  moved: readonly MovedCounts[],
): Promise<void> {
  const values = [
    intoId,
    moved.map(({ modelVersionId }) => modelVersionId),
    moved.map(({ bucketStart }) => bucketStart.toISOString()),
    moved.map(({ positive }) => positive),
    moved.map(({ neutral }) => neutral),
    moved.map(({ negative }) => negative),
    moved.map(({ irrelevant }) => irrelevant),
    moved.map(({ uncertain }) => uncertain),
    moved.map(({ isUndated }) => isUndated),
  ]
  await client.query(ADD_QUARTERS, values)
  await client.query(ADD_DAYS, values)
  await client.query('DELETE FROM sentiment_rollup WHERE entity_id = $1', [fromId])
  await client.query('DELETE FROM sentiment_rollup_daily WHERE entity_id = $1', [fromId])
}
