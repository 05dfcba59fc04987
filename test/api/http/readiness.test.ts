import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Application, startApplication } from '../../../src/application.ts'
import { parseConfig } from '../../../src/config.ts'
import { makeDataDirectory } from '../../support/data-directory.ts'
import { skippedBecause } from '../../support/skipped-because.ts'
import { startApi, type TestApi } from '../start-api.ts'

vi.setConfig({ testTimeout: 180_000 })

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const ready = async (url: string) => {
  const response = await fetch(`${url}/health/ready`)
  const { reason = null } = (await response.json()) as { reason?: string }
  return { status: response.status, reason }
}

test.each(['tweet', 'classification', 'entity'])(
  'while the table %s is locked, the server is not ready, and it recovers',
  async table => {
    expect((await ready(api.url)).status).toBe(200)
    const client = await api.database.storage.pool.connect()
    await client.query('BEGIN')
    await client.query(`LOCK TABLE ${table} IN SHARE MODE`)
    expect(await ready(api.url)).toEqual({ status: 503, reason: expect.stringContaining('locked') })
    expect(await api.data('{ entities { totalCount } }')).toEqual({ entities: { totalCount: 0 } })
    await client.query('ROLLBACK')
    client.release()
    expect(await ready(api.url)).toEqual({ status: 200, reason: null })
  },
)

/** Transaction ids are those of the whole cluster. */
const isShared = process.env.TEST_DATABASE_URL === undefined ? null : 'other tests write to this PostgreSQL'

test('a server that is ready has stored nothing to find out', skippedBecause(isShared), async () => {
  const written = async () =>
    (
      await api.database.storage.pool.query(
        'SELECT pg_current_xact_id_if_assigned(), txid_snapshot_xmax(txid_current_snapshot()) AS id',
      )
    ).rows[0].id
  const writtenBySeveral = async () => {
    const before = Number(await written())
    for (let times = 0; times < 5; times++) await ready(api.url)
    return Number(await written()) - before
  }
  // The database's own upkeep takes transaction ids as well, now and then.
  await expect.poll(writtenBySeveral).toBe(0)
})

/** A small file system, which only root can mount. */
const mount = (path: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=0711', 'tmpfs', path], { stdio: 'ignore' })

function canMount(): boolean {
  const path = mkdtempSync(join(tmpdir(), 'pulso-mount-'))
  try {
    mount(path)
    execFileSync('umount', [path])
    return true
  } catch {
    return false
  } finally {
    rmdirSync(path)
  }
}

let disk: { readonly path: string; remove(): Promise<void> } | undefined
let application: Application | undefined
afterEach(async () => {
  await application?.close().catch(() => {})
  application = undefined
  if (disk !== undefined) {
    execFileSync('umount', ['-l', disk.path], { stdio: 'ignore' })
    await disk.remove()
    disk = undefined
  }
})

test(
  'on a full disk, reads go on, readiness says why, a start says it in a sentence, and all recovers',
  skippedBecause(canMount() ? null : 'only root can mount a small file system'),
  async () => {
    const directory = await makeDataDirectory()
    mount(directory.path)
    disk = directory
    const config = parseConfig({ PULSO_DATA_DIR: directory.path, PORT: '0', PULSO_INFERENCE_THREADS: '1' })
    const start = () => startApplication({ config, logger: pino({ level: 'silent' }) })
    application = await start()
    let { url } = application
    const ask = async (query: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
      return (await response.json()) as { data: Record<string, { userErrors: { code: string }[] }>; errors?: unknown }
    }
    let count = 0
    /** Codes of a batch of long tweets, which needs new pages soon. */
    const classify = async () => {
      const inputs = Array.from({ length: 50 }, () => `{ text: "${`tweet ${++count} `.repeat(400)}", entity: "Xbox" }`)
      const { data } = await ask(
        `mutation classifyBatch { classifyBatch(inputs: [${inputs.join(', ')}]) { results { userErrors { code } } } }`,
      )
      const { results } = data.classifyBatch as unknown as { results: { userErrors: { code: string }[] }[] }
      return new Set(results.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))
    }
    const ballast = join(directory.path, 'ballast')
    const fill = async () => {
      const { bavail, bsize } = await statfs(directory.path)
      await writeFile(ballast, Buffer.alloc(bavail * bsize), { flag: 'a' }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOSPC') throw error
      })
    }

    expect(await classify()).toEqual(new Set())
    await fill()
    let codes = new Set<string>()
    for (let times = 0; times < 60 && codes.size === 0; times++) codes = await classify()
    expect(codes).toEqual(new Set(['UNAVAILABLE']))
    expect(await ready(url)).toEqual({ status: 503, reason: expect.stringMatching(/cannot store .*Reads work/) })
    expect((await ask('{ entity(name: "xbox") { name sentiment { counts { total } } } }')).errors).toBeUndefined()

    await rm(ballast)
    await expect.poll(async () => (await ready(url)).status).toBe(200)
    expect(await classify()).toEqual(new Set())

    await fill()
    await application.close()
    await fill()
    const outcome = await start().catch((error: Error) => error)
    if (outcome instanceof Error) {
      expect(outcome.name).toBe('UsageError')
      expect(outcome.message).toMatch(/space/)
      expect(outcome.message).not.toMatch(/prisma|\n/i)
      await rm(ballast)
      application = await start()
    } else {
      application = outcome
      ;({ url } = application)
      expect((await ask('{ entity(name: "xbox") { name } }')).errors).toBeUndefined()
      await rm(ballast)
    }
    ;({ url } = application)
    await expect.poll(async () => (await ready(url)).status).toBe(200)
    expect(await classify()).toEqual(new Set())
  },
)

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
