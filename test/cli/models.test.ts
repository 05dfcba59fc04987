import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { readModels } from '../../src/models/read-models.ts'
import { openModelRegistry } from '../../src/models/service.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { namedModel } from '../support/second-model.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { endOf, pulso, startPulso } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const MENTIONS = 12_000
const newer = namedModel('newer', 7)

let database: TestDatabase
let environment: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  const directory = await makeModelsDirectory()
  await writeModel(newer, directory)
  environment = { DATABASE_URL: database.url, PULSO_MODELS: directory }
  const models = await readModels(...parseConfig(environment).modelDirectories)
  const { storage } = database
  const { active } = await openModelRegistry({ storage, models, defaultName: DEFAULT_MODEL, now: () => new Date() })
  // Many rows by plain SQL: only their number matters here.
  await storage.pool.query(
    `INSERT INTO tweet (id, identity, text_hash, text, stored_at)
     SELECT gen_random_uuid(), sha256(n::text::bytea), '', 'w1 w2 number ' || n, now() FROM generate_series(1, $1::int) AS n`,
    [MENTIONS],
  )
  await storage.pool.query(
    `INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
       is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
     SELECT '00000000-0000-0000-0000-000000000000', gen_random_uuid(), id, $1, 'NEUTRAL', 0, 1, 0, 0, 1, false, 0, false, stored_at, stored_at
     FROM tweet`,
    [active.id],
  )
})
afterAll(() => database.drop())

const call = (...argv: string[]) => pulso(['models', ...argv], { environment })

async function listed(): Promise<{ version: string; isActive: boolean; isShown: boolean }[]> {
  return JSON.parse((await call('list', '--format', 'json')).stdout)
}

test('a model is promoted by name, at first without summaries, as the list shows', async () => {
  const promoted = await call('promote', 'newer')
  expect(promoted).toMatchObject({ code: 0, stderr: '' })
  expect(promoted.stdout).toMatch(/^newer@[0-9a-f]{12} is now active; pulso@[0-9a-f]{12} was\.$/m)
  expect(promoted.stdout).toContain('pulso models reclassify newer')
  const models = await listed()
  expect(models.find(({ isActive }) => isActive)?.version).toBe(newer.version)
  expect(models.find(({ isShown }) => isShown)?.version).toMatch(/^pulso@/)
})

test('Ctrl-C leaves a job that the same command resumes', async () => {
  const child = startPulso(['models', 'reclassify', 'newer'], { environment })
  const ended = endOf(child)
  const processed = async () => (await database.storage.prisma.reclassificationJob.findFirst())?.processedCount ?? 0
  await expect.poll(processed, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0)
  child.kill('SIGINT')
  const { code, stderr } = await ended
  expect(code).toBe(130)
  expect(stderr).toMatch(/Stopped after [\d,]+ mentions; run the same command again to resume/)
  const job = await database.storage.prisma.reclassificationJob.findFirstOrThrow()
  expect(job).toMatchObject({ status: 'QUEUED', runnerId: null, mentionCount: MENTIONS })
  expect(job.processedCount).toBeLessThan(MENTIONS)

  const again = await call('reclassify', newer.version)
  expect(again.code).toBe(0)
  expect(again.stdout).toContain(`has classified all ${MENTIONS.toLocaleString('en')} mentions`)
  expect(again.stdout).toContain('Summaries now show this version.')
  expect(await database.storage.prisma.reclassificationJob.findMany()).toMatchObject([
    { id: job.id, status: 'COMPLETED', addedCount: MENTIONS },
  ])
  expect((await listed()).find(({ isShown }) => isShown)?.version).toBe(newer.version)
})

test('two models are compared on the mentions that both have classified', async () => {
  const { code, stdout } = await call('compare', 'pulso', 'newer', '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ second: newer.version, sampleSize: MENTIONS, pValue: null })
  const shown = (await call('compare', 'pulso', 'newer')).stdout
  expect(shown).toContain('12,000 mentions were classified by both')
  expect(shown).toContain('No mention has a human label')
})

test.each([
  [['promote', 'oracle'], /^Unknown model "oracle"; available models: newer, pulso, pulso-es, seed-lstm\.\n$/],
  [['reclassify', 'oracle'], /^Unknown model "oracle"; .*\n$/],
  [
    ['compare', 'newer', 'newer'],
    /^Both names are the same version, newer@[0-9a-f]{12}; name two different models\.\n$/,
  ],
  [['compare', 'newer', 'pulso', '--entity', 'Nobody'], /^--entity "Nobody": there are no tweets about it\.\n$/],
])('%j ends with one line and exit code 2', async (argv, message) => {
  const { code, stdout, stderr } = await call(...argv)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
})

test('the models are listed even if the database cannot be reached', async () => {
  const { code, stdout, stderr } = await pulso(['models', 'list'], {
    environment: { ...environment, DATABASE_URL: 'postgresql://127.0.0.1:1/none' },
  })
  expect(code).toBe(0)
  expect(stdout).toContain(newer.version)
  expect(stdout).not.toContain('active')
  expect(stderr).toMatch(/^The active model is unknown: .*\n$/)
})
