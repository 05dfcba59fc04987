import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import { openBackup } from '../../src/storage/backup/open-backup.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'
import { migrate, readMigrations } from '../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../src/storage/open-storage.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { createDatabase, dropDatabase, urlOfDatabase } from '../support/databases.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { zipOf } from '../support/zip-of.ts'
import { pulsoHere } from './pulso.ts'

let running: TestService
let directory: string
const made: string[] = []

const ODD = ['a "quoted" text', 'two\nlines', '\\.', '\\N', 'comma, tab\t', '😀 ümlaut', ' spaces ', "it's"]

beforeAll(async () => {
  running = await startTestService()
  directory = await mkdtemp(join(tmpdir(), 'pulso-backup-'))
  await store(200, 0)
  const { pool } = running.database.storage
  await pool.query(
    `INSERT INTO mention_label (tweet_id, entity_id, label, annotator, number, origin, labelled_at)
     SELECT tweet_id, entity_id, 'NEGATIVE', 'ann', 1, 'API', now() FROM classification LIMIT 20`,
  )
  await indexBatch(pool, { id: '019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11', leaseMs: 1 }, 100)
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  for (const name of made) await dropDatabase(inject('databaseServer').url, name)
  await rm(directory, { recursive: true })
  await running.close()
})

async function store(count: number, from: number): Promise<void> {
  const answers = await running.service.classify(
    Array.from({ length: count }, (_, index) =>
      requestOf({
        text: `I love it ${from + index} ${ODD[index % ODD.length]}`,
        entity: index % 3 === 0 ? null : 'Xbox',
        author: index % 5 === 0 ? 'ann "the" author' : null,
        importedLabel: index % 4 === 0 ? 'NEUTRAL' : null,
      }),
    ),
  )
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

/** A database without any table. */
async function newDatabase(): Promise<string> {
  const { url } = inject('databaseServer')
  const name = `pulso_test_${randomBytes(6).toString('hex')}`
  await createDatabase(url, name)
  made.push(name)
  return urlOfDatabase(url, name)
}

const on = (url: string, ...argv: string[]) => {
  vi.stubEnv('DATABASE_URL', url)
  return pulsoHere(argv)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A digest of the rows of each table. */
const contentOf = (url: string) =>
  withClient(url, async client => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
    )
    const content: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '') AS digest FROM "${name}" AS row`,
      )
      content[name] = rows[0].digest
    }
    return content
  })

test('a restored database has every row of every table, and goes on', async () => {
  const file = join(directory, 'pulso.zip')
  const written = await on(running.database.url, 'backup', file, '--format', 'json')
  expect([written.code, written.stderr]).toEqual([0, ''])
  const before = await contentOf(running.database.url)
  expect(JSON.parse(written.stdout)).toMatchObject({ tableCount: Object.keys(before).length })
  const url = await newDatabase()
  const restored = await on(url, 'restore', file)
  expect([restored.code, restored.stderr]).toEqual([0, ''])
  expect(await contentOf(url)).toEqual(before)
  expect(before['classification']?.startsWith('200 ')).toBe(true)
  const more = join(directory, 'more.csv')
  await writeFile(more, 'external_id,entity,text\n1,Xbox,I love it\n2,Sony,I hate it\n')
  expect((await on(url, 'import', more)).stdout).toContain('2 read = 2 stored + 0 duplicates + 0 rejected')
  await withClient(url, async client => expectExactRollups(client as unknown as pg.Pool))
  const again = await on(url, 'restore', file)
  expect([again.code, again.stdout, again.stderr.trim()]).toEqual([
    2,
    '',
    expect.stringMatching(/^The database already has data, in the table \w+\. Restore into a new, empty database\.$/),
  ])
})

test('a database that has only a key is not empty', async () => {
  const file = join(directory, 'keys.zip')
  await on(running.database.url, 'backup', file)
  const url = await newDatabase()
  expect((await on(url, 'keys', 'create', 'admin', '--scope', 'ADMIN')).code).toBe(0)
  expect((await on(url, 'restore', file)).stderr).toMatch(/already has data, in the table (access_key|audit_entry)\./)
  expect((await on(url, 'keys', 'list')).stdout).toContain('admin')
})

test('a backup is consistent while tweets are stored', async () => {
  const file = join(directory, 'busy.zip')
  let isWritten = false
  const writing = on(running.database.url, 'backup', file).finally(() => {
    isWritten = true
  })
  for (let from = 1000; !isWritten; from += 20) await store(20, from)
  expect((await writing).code).toBe(0)
  const url = await newDatabase()
  expect((await on(url, 'restore', file)).code).toBe(0)
  await withClient(url, async client => expectExactRollups(client as unknown as pg.Pool))
})

test('a backup of an older version is brought up to date', async () => {
  const migrations = await readMigrations(MIGRATIONS)
  const older = await newDatabase()
  const file = join(directory, 'older.zip')
  const place = migrations.findIndex(({ name }) => name.endsWith('undated_tweets'))
  await withClient(older, async client => {
    await migrate(client, migrations.slice(0, place))
    await client.query(
      `INSERT INTO tweet (id, identity, text_hash, text, stored_at)
       SELECT gen_random_uuid(), decode(lpad(to_hex(number), 64, '0'), 'hex'), '', 'old', now() FROM generate_series(1, 30) AS number`,
    )
    await writeBackup(client, createWriteStream(file), { signal: new AbortController().signal })
  })
  const url = await newDatabase()
  expect((await on(url, 'restore', file)).code).toBe(0)
  await withClient(url, async client => {
    expect((await client.query('SELECT FROM tweet')).rowCount).toBe(30)
    expect((await client.query('SELECT FROM _prisma_migrations')).rowCount).toBe(migrations.length)
  })
  const used = await newDatabase()
  await withClient(used, client => migrate(client, migrations))
  expect((await on(used, 'restore', file)).stderr).toContain('The backup is older than the tables of the database.')
})

test('a file that is no whole backup is refused in one line, and restores nothing', async () => {
  const whole = join(directory, 'whole.zip')
  await on(running.database.url, 'backup', whole)
  const bytes = await readFile(whole)
  const [cut, damaged, other, newer] = ['cut.zip', 'damaged.zip', 'other.zip', 'newer.zip'].map(name =>
    join(directory, name),
  )
  await writeFile(String(cut), bytes)
  await truncate(String(cut), bytes.length - 100)
  const changed = Buffer.from(bytes)
  changed.fill(0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 200)
  await writeFile(String(damaged), changed)
  // One byte of a text, in parts that are not compressed.
  const flipped = await zipOf(await partsOf(whole), false)
  flipped[flipped.indexOf('I love it')] = 'Y'.charCodeAt(0)
  await writeFile(join(directory, 'flipped.zip'), flipped)
  await writeFile(String(other), await zipOf({ 'a.txt': 'a' }))
  const manifest = {
    format: 1,
    version: '9.0.0',
    createdAt: '2026-01-01T00:00:00Z',
    migrations: ['2027_new'],
    tables: [],
  }
  await writeFile(String(newer), await zipOf({ 'manifest.json': JSON.stringify(manifest) }))
  const url = await newDatabase()
  for (const [file, message] of [
    [join(directory, 'none.zip'), 'does not exist'],
    [cut, 'is no backup of Pulso, or is damaged'],
    [damaged, 'damaged'],
    [join(directory, 'flipped.zip'), 'the checksum of tweet.csv is another one'],
    [other, 'it has no part manifest.json'],
    [newer, 'was written by Pulso 9.0.0'],
  ]) {
    const { code, stdout, stderr } = await on(url, 'restore', String(file))
    expect([file, code, stdout, stderr.trim().split('\n')]).toEqual([
      file,
      2,
      '',
      [expect.stringContaining(String(message))],
    ])
  }
  expect((await on(url, 'restore', whole)).code).toBe(0)
  expect((await readdir(directory)).filter(name => name.endsWith('.partial'))).toEqual([])
})

async function partsOf(file: string): Promise<Readonly<Record<string, Buffer>>> {
  const backup = await openBackup(file)
  const parts: Record<string, Buffer> = { 'manifest.json': Buffer.from(JSON.stringify(backup.manifest)) }
  for (const { name } of backup.manifest.tables) parts[`${name}.csv`] = await buffer(await backup.rows(name))
  backup.close()
  return parts
}
