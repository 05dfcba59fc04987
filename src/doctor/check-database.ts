import type { Pool } from 'pg'
import { type Finding, fault, ok, warning } from './finding.ts'

/** Checks of the database, in the order in which they are shown. `wallClock` is that of this process, in milliseconds. */
export async function checkDatabase(pool: Pool, wallClock: () => number): Promise<readonly Finding[]> {
  return [
    await checkVersion(pool),
    await checkClock(pool, wallClock),
    await checkDurability(pool),
    await checkConnections(pool),
    await checkTransactions(pool),
    await checkStatistics(pool),
    await checkIndexes(pool),
    await checkQueue(pool),
  ]
}

async function one<Row>(pool: Pool, text: string): Promise<Row> {
  const { rows } = await pool.query(text)
  if (rows[0] === undefined) throw new Error('The database returned no row.')
  return rows[0] as Row
}

async function checkVersion(pool: Pool): Promise<Finding> {
  const { version, count } = await one<{ version: string; count: number }>(
    pool,
    `SELECT current_setting('server_version') AS version,
       (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS count`,
  )
  return ok('database', `PostgreSQL ${version} answers, with all ${count} migrations.`)
}

/** Clocks of servers agree within a second; more is a fault of a machine. */
const MOST_SECONDS = 5

async function checkClock(pool: Pool, wallClock: () => number): Promise<Finding> {
  const startedAt = wallClock()
  const { at } = await one<{ at: Date }>(pool, 'SELECT clock_timestamp() AS at')
  const middle = (startedAt + wallClock()) / 2
  const seconds = Math.abs(at.getTime() - middle) / 1000
  const finding = `The clocks of this machine and of the database differ by ${seconds.toFixed(1)} s.`
  if (seconds <= MOST_SECONDS) return ok('clock', finding)
  return warning(
    'clock',
    finding,
    'Synchronise the clocks of both machines: times of tweets without one are those of the database.',
  )
}

/** With any of these off, a crash can lose or damage rows that were acknowledged. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const

async function checkDurability(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name',
    [DURABLE],
  )
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  if (off.length === 0) return ok('durability', `${DURABLE.join(', ')} are on: what is acknowledged survives a crash.`)
  return fault(
    'durability',
    `${off.join(', ')} is off: a crash can lose stored tweets.`,
    `Set ${off.join(' and ')} to on.`,
  )
}

const CROWDED = 0.8

async function checkConnections(pool: Pool): Promise<Finding> {
  const { used, most } = await one<{ used: number; most: number }>(
    pool,
    `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most`,
  )
  const finding = `${used} of ${most} connections of the database server are in use.`
  if (used <= CROWDED * most) return ok('connections', finding)
  return warning('connections', finding, 'Raise max_connections, or run fewer servers: each takes up to 14.')
}

const LONG_MINUTES = 5

async function checkTransactions(pool: Pool): Promise<Finding> {
  const { count, minutes, name } = await one<{ count: number; minutes: number | null; name: string | null }>(
    pool,
    `SELECT count(*)::int AS count, max(extract(epoch FROM now() - xact_start))::float8 / 60 AS minutes,
       (array_agg(nullif(application_name, '') ORDER BY xact_start))[1] AS name
     FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - interval '${LONG_MINUTES} minutes'`,
  )
  if (count === 0) return ok('transactions', `No transaction is older than ${LONG_MINUTES} minutes.`)
  const finding = `${count === 1 ? '1 transaction is' : `${count} transactions are`} older than ${LONG_MINUTES} minutes; the oldest is ${Math.round(minutes ?? 0)} minutes old${name === null ? '' : `, of ${name}`}.`
  return warning(
    'transactions',
    finding,
    'End them with pg_terminate_backend if they are not needed: they keep the space of deleted rows.',
  )
}

const LARGE_ROWS = 10_000

async function checkStatistics(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_stat_user_tables
     WHERE schemaname = current_schema() AND n_live_tup > ${LARGE_ROWS} AND last_analyze IS NULL AND last_autoanalyze IS NULL
     ORDER BY 1`,
  )
  const { isOn } = await one<{ isOn: boolean }>(pool, `SELECT current_setting('autovacuum')::boolean AS "isOn"`)
  if (!isOn) {
    return warning('statistics', 'autovacuum is off, so plans become slow and tables grow.', 'Set autovacuum to on.')
  }
  if (rows.length === 0) return ok('statistics', 'Every large table has statistics.')
  const names = rows.map(({ name }) => name).join(', ')
  return warning('statistics', `Large tables have no statistics: ${names}.`, 'Run ANALYZE in the database.')
}

async function checkIndexes(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
  )
  if (rows.length === 0) return ok('indexes', 'Every index is valid.')
  const names = rows.map(({ name }) => name)
  return fault('indexes', `Indexes are invalid: ${names.join(', ')}.`, `Run REINDEX INDEX ${names[0]}.`)
}

const OLD_MINUTES = 10

async function checkQueue(pool: Pool): Promise<Finding> {
  const { count, minutes } = await one<{ count: number; minutes: number | null }>(
    pool,
    `SELECT coalesce(sum(cardinality(tweet_ids)), 0)::int AS count, extract(epoch FROM now() - min(queued_at))::float8 / 60 AS minutes
     FROM indexing_queue`,
  )
  const finding = `${count.toLocaleString('en')} tweets wait for the search and the term counts.`
  if (minutes === null || minutes < OLD_MINUTES) return ok('indexing', finding)
  return warning(
    'indexing',
    `${finding} The first has waited for ${Math.round(minutes)} minutes.`,
    'Start a server: it indexes in the background.',
  )
}
