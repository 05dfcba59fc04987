import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { checkDatabase } from '../../src/doctor/check-database.ts'
import { checkDisk } from '../../src/doctor/check-disk.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { pulsoHere } from './pulso.ts'

let running: TestService
const query = (text: string) => running.database.storage.pool.query(text)

beforeAll(async () => {
  running = await startTestService()
  vi.stubEnv('DATABASE_URL', running.database.url)
  await running.service.classify(Array.from({ length: 30 }, (_, number) => requestOf({ text: `I love it ${number}` })))
})
afterEach(() => query('DELETE FROM indexing_queue'))
afterAll(() => {
  vi.unstubAllEnvs()
  return running.close()
})

interface Shown {
  readonly check: string
  readonly severity: string
  readonly finding: string
  readonly advice: string | null
}

async function doctor(...options: string[]) {
  const { code, stdout, stderr } = await pulsoHere(['doctor', '--format', 'json', ...options])
  const findings = JSON.parse(stdout) as readonly Shown[]
  return { code, stderr, findings, bad: findings.filter(({ severity }) => severity !== 'ok') }
}

test('a healthy set-up has no finding that is not ok', async () => {
  const { code, findings, bad } = await doctor('--recount')
  expect([code, bad]).toEqual([0, []])
  expect(findings.map(({ check }) => check)).toEqual([
    ...['versions', 'database', 'clock', 'durability', 'connections', 'transactions', 'statistics', 'indexes'],
    ...['indexing', 'models', 'counts'],
  ])
  expect((await pulsoHere(['doctor'])).stdout.split('\n')[0]).toMatch(/^ok {7}versions {6}Pulso \d/)
})

test.each([
  [
    'counts that are wrong',
    'UPDATE sentiment_rollup_daily SET positive = positive + 1',
    'UPDATE sentiment_rollup_daily SET positive = positive - 1',
    ['counts', 'fault', /^1 stored count differs from/],
  ],
  [
    'an invalid index',
    `UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'tweet_author_idx'::regclass`,
    `UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'tweet_author_idx'::regclass`,
    ['indexes', 'fault', /tweet_author_idx/],
  ],
  [
    'a model whose folder is missing',
    `UPDATE model_version SET version = 'lost@000000000000' WHERE role = 'ACTIVE'`,
    'SELECT',
    ['models', 'fault', /lost@000000000000/],
  ],
  [
    'tweets that no server indexes',
    `INSERT INTO indexing_queue (tweet_ids, queued_at) VALUES (ARRAY[gen_random_uuid()], now() - interval '2 hours')`,
    'SELECT',
    ['indexing', 'warning', /waited for 120 minutes/],
  ],
  [
    'a setting that loses rows in a crash',
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET synchronous_commit', current_database()); END $$`,
    ['durability', 'fault', /synchronous_commit is off/],
  ],
] as const)('finds %s', async (_name, harm, heal, [check, severity, finding]) => {
  const { rows } = await query(`SELECT version FROM model_version WHERE role = 'ACTIVE'`)
  await query(harm)
  const { code, bad } = await doctor('--recount')
  await query(heal)
  await query(`UPDATE model_version SET version = '${rows[0].version}' WHERE role = 'ACTIVE'`)
  expect(bad).toEqual([
    { check, severity, finding: expect.stringMatching(finding), advice: expect.stringMatching(/\.$/) },
  ])
  expect(code).toBe(severity === 'fault' ? 1 : 0)
})

test('clocks that differ and a disk without space are found', async () => {
  const findings = await checkDatabase(running.database.storage.pool, () => Date.now() - 60_000)
  expect(findings.find(({ check }) => check === 'clock')).toMatchObject({
    severity: 'warning',
    finding: 'The clocks of this machine and of the database differ by 60.0 s.',
  })
  expect(await checkDisk('/proc')).toMatchObject({ severity: 'fault' })
})
