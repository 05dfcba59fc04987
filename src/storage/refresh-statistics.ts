import type { Pool } from 'pg'
import { longStatement } from './long-statement.ts'

/** What imports fill. */
const TABLES = [
  'tweet',
  'classification',
  'imported_label',
  'import_mention',
  'sentiment_rollup',
  'sentiment_rollup_daily',
]
const LEAST_TWEETS = 1000
/** As autovacuum has it, which looks once a minute only. */
const LEAST_SHARE = 0.1

/**
 * After so many new tweets that what the database knows of its tables is no longer true: has it look again, so that it need not guess how to
 * answer until it looks by itself, a minute or two later. Never fails: whatever keeps it from looking now, it looks then.
 *
 * @param added tweets that were stored, or that another model version has classified.
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
