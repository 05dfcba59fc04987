import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { longStatement } from '../../src/storage/long-statement.ts'
import { inTransaction } from '../../src/storage/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let other: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await database.drop()
})

const setting = async (name: string) => {
  const { rows } = await database.storage.pool.query<{ value: string }>('SELECT current_setting($1) AS value', [name])
  return rows[0]?.value
}

/** Sessions of the pool with a running statement. */
async function working(): Promise<number> {
  const { rows } = await other.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'pulso' AND state <> 'idle'`,
  )
  return rows[0]?.count ?? 0
}

test('the database itself gives up before the client does', async () => {
  expect(await setting('statement_timeout')).toBe('14s')
  expect(await setting('lock_timeout')).toBe('12s')
})

test('a statement that waits too long for a lock ends in the database too, and its session is used again', async () => {
  const { pool } = database.storage
  await other.query('BEGIN; LOCK TABLE tweet IN ACCESS EXCLUSIVE MODE')
  try {
    const waits = Array.from({ length: 5 }, () =>
      inTransaction(pool, async client => {
        await client.query(`SET LOCAL lock_timeout = '200ms'`)
        await client.query('SELECT count(*) FROM tweet')
      }).catch((error: { code?: string }) => error.code),
    )
    expect(await Promise.all(waits)).toEqual(Array.from({ length: 5 }, () => '55P03'))
    expect(await working()).toBe(0)
    expect(pool.totalCount).toBeGreaterThan(0)
  } finally {
    await other.query('ROLLBACK')
  }
})

test('a long statement outlives the usual limits, and they hold again after it', async () => {
  const limits = await inTransaction(database.storage.pool, async client => {
    await client.query(`SET LOCAL statement_timeout = '14s'`)
    await longStatement(client, 'SELECT pg_sleep(0.05)')
    const { rows } = await client.query(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`,
    )
    return rows[0]
  })
  expect(limits).toEqual({ statement: '14s', lock: '12s' })
  const { rows } = await longStatement<{ value: string }>(
    database.storage.pool,
    `SELECT current_setting('statement_timeout') AS value`,
  )
  expect(rows[0]?.value).toBe('10min')
  await pause(0)
  expect(await setting('statement_timeout')).toBe('14s')
})

test('a long statement that fails on the pool leaves no transaction open', async () => {
  await expect(longStatement(database.storage.pool, 'SELECT 1 / 0')).rejects.toThrow('division by zero')
  await expect.poll(working).toBe(0)
})
