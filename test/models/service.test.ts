import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createClassificationService } from '../../src/classification/service.ts'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { answeringModels } from '../../src/models/answering.ts'
import { SEED_MODEL } from '../../src/models/default-model.ts'
import { loadVersion } from '../../src/models/load-version.ts'
import { createLoadedModels } from '../../src/models/loaded-models.ts'
import { readModels } from '../../src/models/read-models.ts'
import { openModelRegistry } from '../../src/models/service.ts'
import { type Resources, resourceStack } from '../../src/process/resource-stack.ts'
import { bringUpToRelease } from '../../src/reclassification/bring-up-to-release.ts'
import { claimJob } from '../../src/reclassification/claim-job.ts'
import { runJob } from '../../src/reclassification/run-job.ts'
import { createReclassifications } from '../../src/reclassification/service.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { requestOf } from '../support/classification-service.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { namedModel } from '../support/second-model.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const newer = namedModel('newer', 7)
const now = () => new Date()

let own: string
let database: TestDatabase
let resources: Resources
let logged: string[]

beforeAll(async () => {
  own = await makeModelsDirectory()
  await writeModel(newer, own)
})
beforeEach(async () => {
  database = await createTestDatabase()
  resources = resourceStack()
  logged = []
})
afterEach(async () => {
  await resources.close()
  await database.drop()
})

/** A process of a release: its default model, and the directories of its models. */
async function startRelease(defaultName: string, directories: readonly string[] = [own, MODELS_DIRECTORY]) {
  const { storage } = database
  const log = (message: string) => logged.push(message)
  const loaded = resources.keep(
    createLoadedModels({
      load: version => loadVersion(directories, version, { threads: 1, maxQueuedMentions: 1000 }),
      maxOthers: 2,
      log,
    }),
  )
  const models = await readModels(...directories)
  const registry = await openModelRegistry({ storage, models, defaultName, now })
  const answering = answeringModels({ storage, registry, loaded, alwaysLoaded: [], log })
  const service = createClassificationService({ storage, models: answering, now })
  const jobs = createReclassifications({ storage, registry, now, onStart: () => {} })
  return {
    registry,
    service,
    jobs,
    log,
    async store(...ids: string[]) {
      const answers = await service.classify(ids.map(id => requestOf({ source: { kind: 'external', externalId: id } })))
      expect(answers.filter(({ ok }) => !ok)).toEqual([])
    },
    /** Runs the open job to its end. */
    async work() {
      const runner = { id: randomUUID(), leaseMs: 10_000 }
      const job = await claimJob(storage.pool, runner, null)
      if (job === null) return null
      const signal = new AbortController().signal
      await runJob({ storage, loaded, runner, batchSize: 2, dutyCycle: 1, now, signal }, job)
      await registry.refresh()
      return storage.prisma.reclassificationJob.findUniqueOrThrow({ where: { id: job.id } })
    },
  }
}

const namesOf = ({
  active,
  summary,
  isSummaryComplete,
}: {
  active: { name: string }
  summary: { name: string }
  isSummaryComplete: boolean
}) => ({
  active: active.name,
  summary: summary.name,
  isSummaryComplete,
})

async function countOf(version: string): Promise<number> {
  return database.storage.prisma.classification.count({ where: { modelVersion: { version } } })
}

const seedVersion = async () =>
  (await database.storage.prisma.modelVersion.findFirstOrThrow({ where: { name: SEED_MODEL } })).version

test('without a promotion, a release with another default reclassifies automatically', async () => {
  const old = await startRelease(SEED_MODEL)
  await old.store('1', '2', '3')
  const next = await startRelease('newer')
  expect(namesOf(next.registry.inUse)).toEqual({ active: 'newer', summary: SEED_MODEL, isSummaryComplete: true })
  await bringUpToRelease(next.registry, next.jobs, next.log)
  expect(logged.join()).toContain(newer.version)
  // A second server of the release starts no second job.
  const beside = await startRelease('newer')
  await bringUpToRelease(beside.registry, beside.jobs, beside.log)
  expect(await next.work()).toMatchObject({ status: 'COMPLETED', addedCount: 3 })
  expect(await next.work()).toBeNull()
  expect(namesOf(next.registry.inUse)).toEqual({ active: 'newer', summary: 'newer', isSummaryComplete: true })
  const { role } = await database.storage.prisma.modelVersion.findFirstOrThrow({ where: { name: SEED_MODEL } })
  expect(role).toBe('BASELINE')
})

test('a promoted version stays active when a release has another default', async () => {
  const first = await startRelease('newer')
  const seed = await database.storage.prisma.modelVersion.findFirstOrThrow({ where: { name: SEED_MODEL } })
  await first.registry.promote(seed)
  const next = await startRelease('newer')
  expect(next.registry.active.name).toBe(SEED_MODEL)
  await bringUpToRelease(next.registry, next.jobs, next.log)
  expect(await database.storage.prisma.reclassificationJob.count()).toBe(0)
})

test('promoting the default is a promotion as well', async () => {
  const first = await startRelease(SEED_MODEL)
  await first.registry.promote(first.registry.active)
  expect((await startRelease('newer')).registry.active.name).toBe(SEED_MODEL)
})

test("if the summary model's folder is removed, the default answers, and summaries do not change until it is done", async () => {
  const old = await startRelease(SEED_MODEL)
  await old.store('1', '2', '3')
  const next = await startRelease('newer', [own])
  await next.store('4', '5')
  expect(logged.join()).toContain('Summaries do not change until')
  await next.registry.refresh()
  expect(namesOf(next.registry.inUse)).toEqual({ active: 'newer', summary: SEED_MODEL, isSummaryComplete: false })
  expect([await countOf(await seedVersion()), await countOf(newer.version)]).toEqual([3, 2])
  await bringUpToRelease(next.registry, next.jobs, next.log)
  expect(await next.work()).toMatchObject({ status: 'COMPLETED', processedCount: 5, addedCount: 3 })
  expect(namesOf(next.registry.inUse)).toEqual({ active: 'newer', summary: 'newer', isSummaryComplete: true })
  await expectExactRollups(database.storage.pool)
})

test('an incomplete summary model is completed by a job', async () => {
  const old = await startRelease(SEED_MODEL)
  await old.store('1')
  const without = await startRelease('newer', [own])
  await without.store('2', '3')
  await old.registry.promote(
    await database.storage.prisma.modelVersion.findFirstOrThrow({ where: { name: SEED_MODEL } }),
  )
  expect(namesOf(old.registry.inUse)).toEqual({ active: SEED_MODEL, summary: SEED_MODEL, isSummaryComplete: false })
  await old.jobs.start(old.registry.active.id, 'key')
  expect(await old.work()).toMatchObject({ status: 'COMPLETED', addedCount: 2 })
  expect(namesOf(old.registry.inUse)).toEqual({ active: SEED_MODEL, summary: SEED_MODEL, isSummaryComplete: true })
})

test('a job that another process took over writes nothing', async () => {
  const process = await startRelease(SEED_MODEL)
  await process.store('1', '2', '3', '4', '5')
  const { id } = await database.storage.prisma.modelVersion.findUniqueOrThrow({ where: { version: newer.version } })
  await process.jobs.start(id, 'key')
  const { storage } = database
  const [slow, quick] = [randomUUID(), randomUUID()].map(runnerId => ({ id: runnerId, leaseMs: 10_000 }))
  if (slow === undefined || quick === undefined) throw new Error('No runner.')
  const job = await claimJob(storage.pool, slow, null)
  if (job === null) throw new Error('No job is open.')
  expect(await claimJob(storage.pool, quick, null)).toBeNull()
  await storage.pool.query(`UPDATE reclassification SET leased_until = now() - interval '1 second'`)
  expect(await claimJob(storage.pool, quick, null)).toMatchObject({ id: job.id })
  const loaded = resources.keep(
    createLoadedModels({
      load: version => loadVersion([own], version, { threads: 1, maxQueuedMentions: 1000 }),
      maxOthers: 1,
      log: () => {},
    }),
  )
  const signal = new AbortController().signal
  await runJob({ storage, loaded, runner: slow, batchSize: 2, dutyCycle: 1, now, signal }, job)
  expect(await countOf(newer.version)).toBe(0)
  expect(await storage.prisma.reclassificationJob.findFirst()).toMatchObject({
    status: 'RUNNING',
    runnerId: quick.id,
    processedCount: 0,
  })
})

test('the database rejects classifications that a complete summary would miss, and accepts others', async () => {
  const { registry, store } = await startRelease(SEED_MODEL)
  await store('1')
  const { pool } = database.storage
  const { id } = await database.storage.prisma.modelVersion.findUniqueOrThrow({ where: { version: newer.version } })
  const copy = (version: string, tweet: string) =>
    pool.query(
      `INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant,
         confidence, is_uncertain, unknown_token_share, is_truncated, counted_at, created_at, is_undated)
       SELECT entity_id, gen_random_uuid(), ${tweet}, $1, label, positive, neutral, negative, irrelevant,
         confidence, is_uncertain, unknown_token_share, is_truncated, counted_at, created_at,
         (SELECT posted_at IS NULL FROM tweet WHERE tweet.id = ${tweet}) FROM classification LIMIT 1`,
      [version],
    )
  await copy(id, 'tweet_id')
  await pool.query(
    `INSERT INTO tweet (id, identity, text_hash, text, stored_at) VALUES ('0190a0a0-0000-7000-8000-000000000001', 'x', '', 'w1', now())`,
  )
  const unseen = `'0190a0a0-0000-7000-8000-000000000001'::uuid`
  await expect(copy(id, unseen)).rejects.toMatchObject({ code: 'PM001' })
  await copy(registry.active.id, unseen)
  await copy(id, unseen)
  await expectExactRollups(pool)
})

test("a start waits for another one that takes longer than Prisma's default timeout", async () => {
  const client = await database.storage.pool.connect()
  try {
    await client.query("BEGIN; SELECT pg_advisory_xact_lock(hashtext('pulso model registry'))")
    const started = startRelease('newer')
    await pause(6000)
    await client.query('COMMIT')
    expect((await started).registry.active.name).toBe('newer')
  } finally {
    client.release()
  }
})
