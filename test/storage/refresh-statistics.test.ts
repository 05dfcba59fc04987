import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshStatistics } from '../../src/storage/refresh-statistics.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'
import { storeLabels } from '../support/store-labels.ts'

let running: TestService

beforeAll(async () => {
  running = await startTestService()
  for (const table of ['tweet', 'classification']) {
    await running.database.storage.pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
  }
})
afterAll(() => running.close())

/** The row counts in the database's statistics; -1 if there are none. */
async function known(): Promise<readonly number[]> {
  const { rows } = await running.database.storage.pool.query(
    `SELECT reltuples FROM pg_class WHERE oid = ANY (ARRAY['tweet', 'classification']::regclass[]) ORDER BY relname`,
  )
  return rows.map(({ reltuples }) => reltuples)
}

test('statistics are refreshed after many tweets, and not after a few more', async () => {
  const { storage } = running.database
  const store = (count: number) =>
    storeLabels(storage, { entity: 'Xbox', at: '2026-03-01T00:00:00Z', labels: [count, 0, 0, 0] })
  await store(900)
  await refreshStatistics(storage.pool, 900)
  expect(await known()).toEqual([-1, -1])
  await store(11_100)
  await refreshStatistics(storage.pool, 11_100)
  expect(await known()).toEqual([12_000, 12_000])
  await store(1100)
  await refreshStatistics(storage.pool, 1100)
  expect(await known()).toEqual([12_000, 12_000])
  await refreshStatistics(storage.pool, 1300)
  expect(await known()).toEqual([13_100, 13_100])
})
