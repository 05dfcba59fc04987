import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createImports } from '../../src/imports/service.ts'
import { openUploads, type Uploads } from '../../src/imports/uploads/uploads.ts'
import { uploadsDirectory } from '../../src/imports/uploads/uploads-directory.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const SERVER = fileURLToPath(new URL('../api/http/serve-process.ts', import.meta.url))
const ROWS = 6_000
const KILLS = 2

let database: TestDatabase
let directory: string
let uploads: Uploads
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  const uploadDirectory = uploadsDirectory({ databaseUrl: database.url, dataDirectory: directory }, database.storage)
  uploads = openUploads({ directory: uploadDirectory, maxBytes: 1024 * 1024 })
})
afterAll(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

/** Every tenth row repeats an earlier one, and every hundredth has no text. */
function fileOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    if (index % 100 === 99) return `${index},Xbox,`
    const number = index % 10 === 9 ? index - 5 : index
    return `${number},${number % 2 ? 'Xbox' : 'Sony'},number ${number} is what I love`
  })
  return `id,entity,text\n${lines.join('\n')}\n`
}

async function oneChunk(text: string) {
  const received = await uploads.receive(
    (async function* () {
      yield Buffer.from(text)
    })(),
    'feed.csv',
  )
  if (!received.ok) throw new Error(received.problem.message)
  return received.value.upload.id
}

/** A complete server in a separate process, killed when `isEnough` returns true. */
async function serveUntil(isEnough: () => Promise<boolean>): Promise<void> {
  const server = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      PULSO_DATA_DIR: directory,
      PULSO_INFERENCE_THREADS: '1',
      PORT: '0',
    },
  })
  const ended = once(server, 'exit')
  try {
    while (server.exitCode === null && !(await isEnough())) await pause(50)
  } finally {
    server.kill('SIGKILL')
    await ended
  }
  expect(server.signalCode).toBe('SIGKILL')
}

const countOf = async (sql: string) =>
  Number((await database.storage.pool.query<{ count: string }>(`SELECT count(*) FROM ${sql}`)).rows[0]?.count)

test('an import and its undoing have exact counts after repeated kills', {
  timeout: 280_000,
}, async () => {
  const { prisma, pool } = database.storage
  const [now, nothing] = [() => new Date(), () => {}]
  const imports = createImports({ storage: database.storage, uploads, now, announce: nothing, onStart: nothing })
  const started = await imports.start({
    uploadId: await oneChunk(fileOf(ROWS)),
    format: null,
    columns: null,
    columnMap: [],
    hasHeader: null,
    skipLines: 0,
    encoding: null,
    timeFormat: null,
    labelMap: [],
    entity: null,
    timezone: 'UTC',
    matchEntities: false,
    labelCoverage: null,
    idempotencyKey: 'key',
  })
  if (!started.ok) throw new Error(started.problem.message)
  const { id } = started.value
  const job = () => prisma.importJob.findUniqueOrThrow({ where: { id } })
  // Frees the killed process's job at once, so that the test does not wait again for its lease to expire.
  const free = () =>
    pool.query("UPDATE import_job SET leased_until = now() - interval '1 second' WHERE leased_until IS NOT NULL")

  for (let kill = 1; kill <= KILLS; kill++) {
    const before = (await job()).processedCount
    await serveUntil(async () => (await job()).processedCount > before + 600)
    const stopped = await job()
    expect(stopped.status).toBe('RUNNING')
    expect(stopped.storedCount + stopped.duplicateCount + stopped.rejectedCount).toBe(stopped.processedCount)
    // A batch may be stored and not yet counted, but never counted and not stored.
    expect(await countOf('tweet')).toBeGreaterThanOrEqual(stopped.storedCount)
    expect(await countOf('import_reject')).toBe(stopped.rejectedCount)
    await expectExactRollups(pool)
    // Without help, the next server takes the job over as soon as the lease has expired.
    if (kill > 1) await free()
  }
  await serveUntil(async () => (await job()).endedAt !== null)
  const [rejected, duplicates] = [ROWS / 100, ROWS / 10 - ROWS / 100]
  expect(await job()).toMatchObject({
    status: 'COMPLETED',
    processedCount: ROWS,
    rowCount: ROWS,
    rejectedCount: rejected,
    duplicateCount: duplicates,
    storedCount: ROWS - rejected - duplicates,
  })
  expect(await countOf('tweet')).toBe(ROWS - rejected - duplicates)
  expect(await countOf('import_reject')).toBe(rejected)

  expect(await imports.undo(id)).toMatchObject({ ok: true, value: { status: 'UNDOING' } })
  await serveUntil(async () => (await job()).removedCount > 600)
  const stopped = await job()
  expect(stopped.status).toBe('UNDOING')
  expect(await countOf('classification')).toBe(stopped.storedCount - stopped.removedCount)
  await expectExactRollups(pool)
  await free()
  await serveUntil(async () => (await job()).undoneAt !== null)
  expect(await job()).toMatchObject({ status: 'UNDONE', removedCount: ROWS - rejected - duplicates })
  for (const table of ['tweet', 'classification', 'import_mention', 'sentiment_rollup', 'sentiment_rollup_daily']) {
    expect(await countOf(table), table).toBe(0)
  }
})
