import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { schema } from '../../../src/api/schema.ts'
import { makeDataDirectory } from '../../support/data-directory.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { runCorpus } from './run-corpus.ts'

vi.setConfig({ testTimeout: 600_000 })

const REQUESTS = 5000
const SEED = 20261130
/** Of the heap, once caches are full and garbage is collected. */
const MAX_GROWTH_MB = 50
const MAX_RSS_GROWTH_MB = 250

let database: TestDatabase
let directory: Awaited<ReturnType<typeof makeDataDirectory>>
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await makeDataDirectory()
})
afterAll(async () => {
  await database.drop()
  await directory.remove()
})

test('thousands of hostile requests cause no internal error, no stall, no leak and no growth', async () => {
  const environment = { DATABASE_URL: database.url, PULSO_DATA_DIR: directory.path, PULSO_LOG_LEVEL: 'error' }
  const { findings, withData, memory } = await runCorpus({ schema, seed: SEED, requestCount: REQUESTS, environment })
  expect(findings.join('\n\n')).toBe('')
  // Requests that are all refused at the door would prove little.
  expect(withData).toBeGreaterThan(REQUESTS / 10)
  expect(memory.after.heapMb - memory.before.heapMb).toBeLessThan(MAX_GROWTH_MB)
  expect(memory.after.rssMb - memory.before.rssMb).toBeLessThan(MAX_RSS_GROWTH_MB)
})
