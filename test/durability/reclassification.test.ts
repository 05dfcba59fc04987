import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClassificationService } from '../../src/classification/service.ts'
import { createClassificationService } from '../../src/classification/service.ts'
import { parseConfig } from '../../src/config.ts'
import { answeringModels } from '../../src/models/answering.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { type Models, openModels } from '../../src/models/open-models.ts'
import { readModels } from '../../src/models/read-models.ts'
import { type ModelRegistry, openModelRegistry } from '../../src/models/service.ts'
import { resourceStack } from '../../src/process/resource-stack.ts'
import { createReclassifications } from '../../src/reclassification/service.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { requestOf } from '../support/classification-service.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { namedModel } from '../support/second-model.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const RECLASSIFIER = fileURLToPath(new URL('./reclassifier.ts', import.meta.url))
const STORED = 600
const BATCHES_BEFORE_KILL = 12

const newer = namedModel('newer', 7)
const resources = resourceStack()
let environment: Record<string, string>
let database: TestDatabase
let models: Models
/** The models of a process that does not poll, and learns of changes only from errors of the database. */
let unaware: { readonly registry: ModelRegistry; readonly service: ClassificationService }
let isWriting = true
/** A process runs the job. While one starts, which takes long on a busy machine, nothing is written: the job would grow with the wait. */
let isRunning = false
let stored = 0

beforeAll(async () => {
  database = await createTestDatabase()
  const directory = await makeModelsDirectory()
  await writeModel(newer, directory)
  environment = { DATABASE_URL: database.url, PULSO_MODELS: directory }
  const config = parseConfig(environment)
  const { storage } = database
  const [now, log] = [() => new Date(), () => {}]
  models = await openModels(
    { config, storage: Promise.resolve(storage), threads: 1, maxQueuedMentions: 1_000, log },
    resources,
  )
  const folders = await readModels(...config.modelDirectories)
  const registry = await openModelRegistry({ storage, models: folders, defaultName: DEFAULT_MODEL, now })
  const answering = answeringModels({ storage, registry, loaded: models.loaded, alwaysLoaded: [], log })
  unaware = { registry, service: createClassificationService({ storage, models: answering, now }) }
  for (let count = 0; count < STORED; count += 100) await store(100)
})
afterAll(async () => {
  await resources.close()
  await database.drop()
})

/** Every third tweet repeats an earlier one with another entity. */
async function store(count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, index) => {
    const number = stored + index
    return requestOf({
      text: `w${number % 40} w${(number * 7) % 40} I ${number % 2 ? 'love' : 'hate'} it`,
      entity: ['Xbox', 'Sony', null][number % 3] ?? null,
      source: { kind: 'external', externalId: String(number % 3 === 0 ? Math.floor(number / 9) : number) },
      postedAt: new Date(Date.UTC(2026, 0, 1) + (number % 700) * 60_000),
    })
  })
  stored += count
  const answers = await unaware.service.classify(requests)
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

/** Runs the job in a separate process, and kills it after some batches. */
async function runAndKill(): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', RECLASSIFIER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment },
  })
  let lines = 0
  for await (const _ of createInterface({ input: child.stdout })) {
    isRunning = true
    if (++lines === BATCHES_BEFORE_KILL) child.kill('SIGKILL')
  }
  isRunning = false
  expect(lines).toBeGreaterThanOrEqual(BATCHES_BEFORE_KILL)
}

async function rowOf<Row extends object>(text: string, ...values: unknown[]): Promise<Row> {
  const [row] = (await database.storage.pool.query<Row>(text, values)).rows
  if (row === undefined) throw new Error('The job has no row.')
  return row
}

test('a job classifies every mention once despite repeated kills and concurrent writes', {
  timeout: 240_000,
}, async () => {
  const { storage } = database
  const version = await storage.prisma.modelVersion.findUniqueOrThrow({ where: { version: newer.version } })
  await models.registry.promote(version)
  const jobs = createReclassifications({ storage, registry: models.registry, now: () => new Date(), onStart: () => {} })
  const started = await jobs.start(version.id, 'key')
  if (!started.ok) throw new Error(started.problem.message)

  const writing = (async () => {
    while (isWriting) {
      if (isRunning) await store(5)
      await new Promise(resolve => setTimeout(resolve, 30))
    }
  })()
  let processed = 0
  for (let round = 0; round < 3; round++) {
    await runAndKill()
    const job = await storage.prisma.reclassificationJob.findUniqueOrThrow({ where: { id: started.value.id } })
    expect(job.status).toBe('RUNNING')
    expect(job.processedCount).toBeGreaterThan(processed)
    processed = job.processedCount
    // All mentions up to the cursor are classified, and none of the interrupted batch.
    const { classified } = await rowOf<{ classified: number }>(
      `SELECT count(*)::int AS classified FROM classification
       WHERE model_version_id = $1 AND (tweet_id, entity_id) <= ($2::uuid, $3::uuid)`,
      version.id,
      job.cursorTweetId,
      job.cursorEntityId,
    )
    expect(job.addedCount).toBe(classified)
    await expectExactRollups(storage.pool)
  }
  expect(unaware.registry.active.id).not.toBe(version.id)

  const last = spawn(process.execPath, ['--import', 'tsx', RECLASSIFIER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment },
  })
  last.stdout.on('data', () => {
    isRunning = true
  })
  try {
    await expect
      .poll(async () => (await jobs.start(version.id, 'key')) as unknown, { timeout: 120_000, interval: 100 })
      .toMatchObject({ ok: true, value: { status: 'COMPLETED' } })
    // A process that has not noticed the change must also use the new version from now on.
    const before = stored
    await expect.poll(() => stored, { timeout: 10_000 }).toBeGreaterThan(before + 20)
  } finally {
    isWriting = false
    await writing
    last.kill('SIGKILL')
  }
  expect(unaware.registry.active.id).toBe(version.id)
  const counts = await rowOf<{ pairs: number; classified: number; counted: number }>(
    `SELECT (SELECT count(*)::int FROM (SELECT DISTINCT tweet_id, entity_id FROM classification) AS pair) AS pairs,
       (SELECT count(*)::int FROM classification WHERE model_version_id = $1) AS classified,
       (SELECT sum(positive + neutral + negative + irrelevant + unreadable + unsupported_language)::int
        FROM sentiment_rollup_daily WHERE model_version_id = $1) AS counted`,
    version.id,
  )
  expect(counts.pairs).toBeGreaterThan(STORED / 2)
  expect(counts).toEqual({ pairs: counts.pairs, classified: counts.pairs, counted: counts.pairs })
  await models.registry.refresh()
  expect(models.registry.inUse).toMatchObject({ summary: { id: version.id }, isSummaryComplete: true })
  await expectExactRollups(storage.pool)
})
