import type { Pool } from 'pg'

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
 * After so many new tweets that what the database knows of its tables is no longer true. Until it learns that by itself, which takes one to two
 * minutes, some questions would be answered by reading all tweets.
 *
 * @param added tweets that were stored, or that another model version has classified.
 */
export async function refreshStatistics(pool: Pool, added: number): Promise<void> {
  if (added < LEAST_TWEETS) return
  const { rows } = await pool.query<{ known: number }>(
    `SELECT reltuples AS known FROM pg_class WHERE oid = 'tweet'::regclass`,
  )
  if (added < LEAST_SHARE * (rows[0]?.known ?? 0)) return
  await pool.query(`ANALYZE ${TABLES.join(', ')}`)
}
