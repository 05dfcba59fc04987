import type { ClientBase } from 'pg'
import { expect } from 'vitest'
import { LABELS, UNREAD_REASONS } from '../../src/labels.ts'

const LABEL_COLUMNS = LABELS.map(label => label.toLowerCase())
const COLUMNS = [
  'entity_id, model_version_id, bucket_start, is_undated',
  ...LABEL_COLUMNS,
  ...LABEL_COLUMNS.map(label => `uncertain_${label}`),
  ...UNREAD_REASONS.map(reason => reason.toLowerCase()),
].join(', ')

/** The rows that differ between a rollup and a count over the classifications; none if it is exact. */
async function differences(pool: Pick<ClientBase, 'query'>, table: string, bucketStart: string): Promise<unknown[]> {
  const counted = `
    SELECT entity_id, model_version_id, ${bucketStart} AS bucket_start,
      (SELECT posted_at IS NULL FROM tweet WHERE tweet.id = tweet_id) AS is_undated,
      ${LABELS.map(label => `count(*) FILTER (WHERE unread_reason IS NULL AND label = '${label}')::int`).join(', ')},
      ${LABELS.map(label => `count(*) FILTER (WHERE unread_reason IS NULL AND is_uncertain AND label = '${label}')::int`).join(', ')},
      ${UNREAD_REASONS.map(reason => `count(*) FILTER (WHERE unread_reason = '${reason}')::int`).join(', ')}
    FROM classification GROUP BY 1, 2, 3, 4`
  const { rows } = await pool.query(
    `(SELECT 'stored' AS side, ${COLUMNS} FROM ${table} EXCEPT ALL SELECT 'stored', * FROM (${counted}) AS c)
     UNION ALL (SELECT 'counted', * FROM (${counted}) AS c EXCEPT ALL SELECT 'counted', ${COLUMNS} FROM ${table})`,
  )
  return rows
}

/** Fails unless both rollups equal a plain count over the rows. Times are floored by arithmetic, not by the triggers' functions. */
export async function expectExactRollups(pool: Pick<ClientBase, 'query'>): Promise<void> {
  const quarter = 'to_timestamp(floor(extract(epoch FROM counted_at) / 900) * 900)'
  expect(await differences(pool, 'sentiment_rollup', quarter)).toEqual([])
  expect(await differences(pool, 'sentiment_rollup_daily', 'counted_at::date::timestamptz')).toEqual([])
}
