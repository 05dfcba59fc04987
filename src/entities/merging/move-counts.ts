import type { PoolClient } from 'pg'
import type { Merge, MovedCounts } from './move-mentions.ts'

/** The columns that a merge adds up, and their names here. */
const COUNTS = {
  positive: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  irrelevant: 'irrelevant',
  uncertain_positive: 'uncertainPositive',
  uncertain_neutral: 'uncertainNeutral',
  uncertain_negative: 'uncertainNegative',
  uncertain_irrelevant: 'uncertainIrrelevant',
  unreadable: 'unreadable',
  unsupported_language: 'unsupportedLanguage',
} as const satisfies Record<string, keyof MovedCounts>

const COLUMNS = Object.keys(COUNTS) as (keyof typeof COUNTS)[]
const columns = (expression: (column: string, index: number) => string) => COLUMNS.map(expression).join(', ')

const GIVEN = `
  FROM unnest($2::uuid[], $3::timestamptz[], $4::boolean[], ${columns((_, index) => `$${index + 5}::int[]`)})
    AS given (model_version_id, bucket_start, is_undated, ${columns(column => column)})`

/** Sums first: a quarter of an hour may be given twice, and a day has many. */
const add = (table: string, bucketStart: string) => `
  INSERT INTO ${table} AS kept (entity_id, model_version_id, bucket_start, is_undated, ${columns(column => column)})
  SELECT $1::uuid, model_version_id, ${bucketStart} AS bucket, is_undated, ${columns(column => `sum(${column})`)}
  ${GIVEN} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    ${columns(column => `${column} = kept.${column} + excluded.${column}`)}`

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
    moved.map(({ isUndated }) => isUndated),
    ...COLUMNS.map(column => moved.map(counts => counts[COUNTS[column]])),
  ]
  await client.query(ADD_QUARTERS, values)
  await client.query(ADD_DAYS, values)
  await client.query('DELETE FROM sentiment_rollup WHERE entity_id = $1', [fromId])
  await client.query('DELETE FROM sentiment_rollup_daily WHERE entity_id = $1', [fromId])
}
