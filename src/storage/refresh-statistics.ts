import type { Pool } from 'pg'
import { longStatement } from './long-statement.ts'

/** The tables that imports fill. */
const TABLES = [
  'tweet',
  'classification',
  'mention_label',
  'import_mention',
  'sentiment_rollup',
  'sentiment_rollup_daily',
]
const LEAST_TWEETS = 1000
/** The same threshold as autovacuum's, which checks only once a minute. */
const LEAST_SHARE = 0.1

/**
 * Refreshes the database's statistics after many new tweets. Otherwise it would plan queries with outdated statistics
 * until autovacuum runs, a minute or two later. Never fails: if a refresh is not possible now, autovacuum does it.
 *
 * @param added number of tweets that were stored, or that another model version has classified.
 */
export async function refreshStatistics(pool: Pool, added: number): Promise<void> {
  if (added < LEAST_TWEETS) return
  await analyze(pool, added).catch(() => {})
}

async function analyze(pool: Pool, added: number): Promise<void> {
  const { rows } = await pool.query<{ known: number }>(
    `SELECT reltuples AS known FROM pg_class WHERE oid = 'tweet'::regclass`,
  )
  if (added < LEAST_SHARE * (rows[0]?.known ?? 0)) return
  await longStatement(pool, `ANALYZE ${TABLES.join(', ')}`)
}
