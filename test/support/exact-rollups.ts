import type { Pool } from 'pg'
import { expect } from 'vitest'

/** The rows that differ between a rollup and a count over the classifications; none if it is exact. */
async function differences(pool: Pool, table: string, bucketStart: string): Promise<unknown[]> {
  const counted = `
    SELECT entity_id, model_version_id, ${bucketStart} AS bucket_start,
      count(*) FILTER (WHERE label = 'POSITIVE')::int AS positive, count(*) FILTER (WHERE label = 'NEUTRAL')::int AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE')::int AS negative, count(*) FILTER (WHERE label = 'IRRELEVANT')::int AS irrelevant,
      count(*) FILTER (WHERE is_uncertain)::int AS uncertain,
      (SELECT posted_at IS NULL FROM tweet WHERE tweet.id = tweet_id) AS is_undated
    FROM classification GROUP BY 1, 2, 3, 9`
  const { rows } = await pool.query(
    `(SELECT 'stored' AS side, * FROM ${table} EXCEPT ALL SELECT 'stored', * FROM (${counted}) AS c)
     UNION ALL (SELECT 'counted', * FROM (${counted}) AS c EXCEPT ALL SELECT 'counted', * FROM ${table})`,
  )
  return rows
}

/** Fails unless both rollups equal a plain count over the rows. Times are floored by arithmetic, not by the triggers' functions. */
export async function expectExactRollups(pool: Pool): Promise<void> {
  const quarter = 'to_timestamp(floor(extract(epoch FROM counted_at) / 900) * 900)'
  expect(await differences(pool, 'sentiment_rollup', quarter)).toEqual([])
  expect(await differences(pool, 'sentiment_rollup_daily', 'counted_at::date::timestamptz')).toEqual([])
}
