import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { textHash, tweetIdentity } from '../../src/classification/tweet-identity.ts'
import { type Migration, migrate, readMigrations } from '../../src/storage/migrate.ts'
import { createDatabase, dropDatabase, urlOfDatabase } from '../support/databases.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { migrationListOf, startSchemaEngine } from '../support/schema-engine.ts'

const FOLDER = new URL('../../prisma/migrations/', import.meta.url).pathname
const SCHEMA = new URL('../../prisma/schema.prisma', import.meta.url)
const NAME = 'pulso_test_migrate'

let client: pg.Client
let url: string

beforeEach(async () => {
  const server = inject('databaseServer')
  await createDatabase(server.url, NAME)
  url = urlOfDatabase(server.url, NAME)
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await dropDatabase(inject('databaseServer').url, NAME)
})

const later = (sql: string, changes: Partial<Migration> = {}): Migration => ({
  name: '29990101000000_later',
  sql,
  checksum: 'a'.repeat(64),
  ...changes,
})

describe('the migration runner', () => {
  test('applies missing migrations once, in a history that `prisma migrate` reads', async () => {
    const migrations = await readMigrations(FOLDER)
    expect(await migrate(client, migrations)).toEqual(migrations.map(({ name }) => name))
    expect(await migrate(client, migrations)).toEqual([])
    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at, applied_steps_count FROM _prisma_migrations',
    )
    expect(rows).toEqual(
      migrations.map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        finished: true,
        rolled_back_at: null,
        applied_steps_count: 1,
      })),
    )
  })

  test('gives evaluations of a former split its present name, and drops those of splits that no release could produce', async () => {
    const migrations = await readMigrations(FOLDER)
    const place = migrations.findIndex(({ name }) => name.endsWith('evaluation_splits'))
    await migrate(client, migrations.slice(0, place))
    await client.query(
      `INSERT INTO model_version (id, name, version, weights_sha256, manifest, registered_at)
       VALUES (gen_random_uuid(), 'old', 'old@000000000000', '', '{}', now())`,
    )
    await client.query(
      `INSERT INTO evaluation (id, model_version_id, dataset, split, report, evaluated_at)
       SELECT gen_random_uuid(), id, split, split::evaluation_split, '{}', now()
       FROM model_version, unnest(ARRAY['GROUPED', 'KAGGLE_VALIDATION', 'CORRECTIONS']) AS split`,
    )
    await migrate(client, migrations)
    const { rows } = await client.query('SELECT dataset, split::text FROM evaluation ORDER BY dataset')
    expect(rows).toEqual([
      { dataset: 'GROUPED', split: 'GROUPED' },
      { dataset: 'KAGGLE_VALIDATION', split: 'PUBLISHED_VALIDATION' },
    ])
  })

  test('makes imported labels the first labels of mentions, and rewrites no row', async () => {
    const migrations = await readMigrations(FOLDER)
    const place = migrations.findIndex(({ name }) => name.endsWith('labels_of_mentions'))
    await migrate(client, migrations.slice(0, place))
    await client.query(
      `INSERT INTO tweet (id, identity, text_hash, text, stored_at)
       SELECT gen_random_uuid(), decode(lpad(to_hex(number), 64, '0'), 'hex'), '', 'any', now() FROM generate_series(1, 3000) AS number;
       INSERT INTO entity (id, name, key, created_at) VALUES (gen_random_uuid(), 'Xbox', 'xbox', now());
       INSERT INTO imported_label (tweet_id, entity_id, label)
       SELECT tweet.id, entity.id, (ARRAY['POSITIVE', 'NEGATIVE']::label[])[1 + length(entity.key) % 2] FROM tweet, entity`,
    )
    const fileOf = async (table: string) =>
      (await client.query<{ file: string }>('SELECT pg_relation_filenode($1::regclass) AS file', [table])).rows
    const before = (await client.query('SELECT * FROM imported_label ORDER BY tweet_id, entity_id')).rows
    const file = await fileOf('imported_label')
    await migrate(client, migrations)
    expect(await fileOf('mention_label')).toEqual(file)
    expect(before).toHaveLength(6000)
    expect((await client.query('SELECT * FROM imported_label ORDER BY tweet_id, entity_id')).rows).toEqual(before)
    const { rows } = await client.query(
      `SELECT annotator, number, undoes, origin, labelled_at, draw_id, inclusion_probability, count(*)::int FROM mention_label
       GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    )
    const unknown = { undoes: null, labelled_at: null, draw_id: null, inclusion_probability: null }
    expect(rows).toEqual([{ annotator: 'file', number: 1, origin: 'IMPORT', ...unknown, count: 6000 }])
    const resolved = await client.query('SELECT basis, count(*)::int FROM human_label GROUP BY basis')
    expect(resolved.rows).toEqual([{ basis: 'SINGLE', count: 6000 }])
  })

  test('counts stored tweets without a time of their own apart', async () => {
    const migrations = await readMigrations(FOLDER)
    const place = migrations.findIndex(({ name }) => name.endsWith('undated_tweets'))
    await migrate(client, migrations.slice(0, place))
    await client.query(
      `INSERT INTO entity (id, name, key, created_at) VALUES (gen_random_uuid(), 'Xbox', 'xbox', now()), (gen_random_uuid(), 'Sony', 'sony', now());
       INSERT INTO model_version (id, name, version, weights_sha256, manifest, registered_at)
       VALUES (gen_random_uuid(), 'one', 'one@1', '', '{}', now());
       INSERT INTO tweet (id, identity, text_hash, text, posted_at, stored_at)
       SELECT gen_random_uuid(), decode(lpad(to_hex(number), 64, '0'), 'hex'), '', 'any',
         CASE WHEN number % 3 = 0 THEN timestamptz '2026-01-01' + number * interval '7 minutes' END, timestamptz '2026-01-03' + number * interval '1 second'
       FROM generate_series(1, 600) AS number;
       INSERT INTO classification (id, entity_id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
         is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
       SELECT gen_random_uuid(), entity.id, tweet.id, model_version.id, (enum_range(NULL::label))[1 + (extract(epoch FROM stored_at)::bigint % 4)::int],
         1, 0, 0, 0, 1, extract(epoch FROM stored_at)::bigint % 5 = 0, 0, false, coalesce(posted_at, stored_at), now()
       FROM tweet, entity, model_version`,
    )
    const sums = async (table: string) =>
      (await client.query(`SELECT sum(positive)::int, sum(neutral)::int, sum(uncertain)::int FROM ${table}`)).rows
    const queued = async () => (await client.query('SELECT count(*)::int FROM indexing_queue')).rows
    const before = [await sums('sentiment_rollup'), await sums('sentiment_rollup_daily'), await queued()]
    await migrate(client, migrations.slice(0, place + 1))
    expect([await sums('sentiment_rollup'), await sums('sentiment_rollup_daily'), await queued()]).toEqual(before)
    for (const [table, bucketStart] of [
      ['sentiment_rollup', "date_bin('15 minutes', counted_at, '1970-01-01Z')"],
      ['sentiment_rollup_daily', "date_trunc('day', counted_at, 'UTC')"],
    ]) {
      const total = 'sum(positive + neutral + negative + irrelevant)::int'
      const { rows } = await client.query(
        `SELECT entity_id, bucket_start, is_undated, ${total} FROM ${table} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
      const counted = await client.query(
        `SELECT entity_id, ${bucketStart} AS bucket_start, posted_at IS NULL AS is_undated, count(*)::int AS sum
         FROM classification JOIN tweet ON tweet.id = tweet_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
      expect(rows).toEqual(counted.rows)
    }
  })

  test('counts answers about unreadable texts apart, and uncertain ones by label', async () => {
    const migrations = await readMigrations(FOLDER)
    const place = migrations.findIndex(({ name }) => name.endsWith('answers_that_were_read'))
    await migrate(client, migrations.slice(0, place))
    await client.query(
      `INSERT INTO entity (id, name, key, created_at) VALUES (gen_random_uuid(), 'Xbox', 'xbox', now()), (gen_random_uuid(), 'Sony', 'sony', now());
       INSERT INTO model_version (id, name, version, weights_sha256, manifest, registered_at)
       VALUES (gen_random_uuid(), 'one', 'one@1', '', '{}', now());
       INSERT INTO tweet (id, identity, text_hash, text, stored_at)
       SELECT gen_random_uuid(), decode(lpad(to_hex(number), 64, '0'), 'hex'), '', 'any', timestamptz '2026-01-01' + number * interval '7 minutes'
       FROM generate_series(1, 600) AS number;
       INSERT INTO classification (id, entity_id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
         is_uncertain, unknown_token_share, is_truncated, counted_at, is_undated, created_at)
       SELECT gen_random_uuid(), entity.id, tweet.id, model_version.id, (enum_range(NULL::label))[1 + (minute % 4)::int],
         1, 0, 0, 0, 1, minute % 5 = 0, CASE WHEN minute % 3 = 0 THEN 1 ELSE 0.5 END, false, stored_at, true, now()
       FROM (SELECT *, (extract(epoch FROM stored_at) / 420)::bigint AS minute FROM tweet) AS tweet, entity, model_version;
       DELETE FROM indexing_queue`,
    )
    await migrate(client, migrations)
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE unread_reason = 'UNREADABLE')::int AS unreadable, bool_and((unread_reason IS NULL) = (unknown_token_share < 1)) AS marked
       FROM classification`,
    )
    expect(rows).toEqual([{ unreadable: 600, marked: true }])
    await expectExactRollups(client)
    const queued = await client.query(
      'SELECT count(DISTINCT id)::int FROM (SELECT unnest(tweet_ids) AS id FROM indexing_queue) AS queued',
    )
    expect(queued.rows).toEqual([{ count: 200 }])
  })

  test('identifies imported rows without an id by their values, as imports do', async () => {
    const migrations = await readMigrations(FOLDER)
    const place = migrations.findIndex(({ name }) => name.endsWith('rows_without_ids'))
    await migrate(client, migrations.slice(0, place))
    const tweets = [
      { text: 'plain', author: null, postedAt: null, occurrence: 1 },
      { text: 'plain', author: null, postedAt: null, occurrence: 2 },
      { text: 'über 👍', author: 'Zoë', postedAt: new Date('2026-03-01T09:30:00.007Z'), occurrence: 1 },
      { text: 'old', author: null, postedAt: new Date('1999-12-31T23:59:59.999Z'), occurrence: 1 },
    ]
    const other = [
      { text: 'with an id', externalId: '7' },
      { text: 'plain', externalId: null },
    ]
    const insert = async (text: string, externalId: string | null, author: string | null, postedAt: Date | null) => {
      const { rows } = await client.query<{ id: string }>(
        `INSERT INTO tweet (id, identity, external_id, text_hash, text, author, posted_at, stored_at)
         VALUES (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, decode($2, 'hex'), $3, $4, $5, clock_timestamp())
         RETURNING id`,
        [externalId, textHash(text), text, author, postedAt],
      )
      return rows[0]?.id
    }
    const identities = async () =>
      (await client.query<{ identity: string }>("SELECT encode(identity, 'hex') AS identity FROM tweet")).rows.map(
        ({ identity }) => identity,
      )
    for (const { text, externalId } of other) await insert(text, externalId, null, null)
    const untouched = await identities()
    for (const { text, author, postedAt } of tweets) {
      await client.query('INSERT INTO import_mention VALUES ($1, gen_random_uuid(), gen_random_uuid(), 1)', [
        await insert(text, null, author, postedAt),
      ])
    }
    await migrate(client, migrations)
    const expected = tweets.map(({ text, ...row }) => tweetIdentity({ kind: 'row', ...row }, textHash(text), text))
    expect(new Set(await identities())).toEqual(new Set([...untouched, ...expected]))
  })

  test('leaves nothing to do for Prisma’s own engine, which reads the same history', async () => {
    const migrations = await readMigrations(FOLDER)
    await migrate(client, migrations)
    const engine = await startSchemaEngine(await readFile(SCHEMA, 'utf8'), url)
    const filters = { externalTables: [], externalEnums: [] }
    const migrationsList = migrationListOf(FOLDER, migrations)
    const diagnosis = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters })
    expect(diagnosis).toMatchObject({
      hasMigrationsTable: true,
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
    })
    expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] })
  })

  test('takes several steps at a time, in the order of their names', async () => {
    const migrations = await readMigrations(FOLDER)
    const steps = [
      ...migrations,
      later('CREATE TABLE later (id int)'),
      later('INSERT INTO later VALUES (1)', { name: '29990102000000_more' }),
    ]
    await migrate(client, steps)
    expect((await client.query('SELECT id FROM later')).rows).toEqual([{ id: 1 }])
  })

  test('leaves nothing of a failed migration, and can be run again', async () => {
    const migrations = await readMigrations(FOLDER)
    await migrate(client, migrations)
    const broken = later('CREATE TABLE later (id int); INSERT INTO nowhere VALUES (1)')
    await expect(migrate(client, [...migrations, broken])).rejects.toThrow('nowhere')
    expect(await migrate(client, [...migrations, later('CREATE TABLE later (id int)')])).toEqual([broken.name])
  })

  test('refuses a database that is newer than the code', async () => {
    const migrations = await readMigrations(FOLDER)
    await migrate(client, [...migrations, later('SELECT 1')])
    await expect(migrate(client, migrations)).rejects.toThrow(
      'The database is newer than this version of Pulso: it has the unknown migration 29990101000000_later',
    )
  })

  test('refuses a migration that was changed after it was applied', async () => {
    const migrations = await readMigrations(FOLDER)
    await migrate(client, migrations)
    const changed = migrations.map(migration => ({ ...migration, checksum: 'b'.repeat(64) }))
    await expect(migrate(client, changed)).rejects.toThrow('differs from the one that was applied to the database')
  })

  test('refuses an incomplete history of another tool', async () => {
    const migrations = await readMigrations(FOLDER)
    await migrate(client, migrations)
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(client, migrations)).rejects.toThrow('is incomplete')
  })

  test('lets four processes start at once on an empty database', { timeout: 120_000 }, async () => {
    const program = `
      import { openStorage } from './src/storage/open-storage.ts'
      const storage = await openStorage({ databaseUrl: process.env.DATABASE_URL, dataDirectory: null })
      console.log(await storage.prisma.entity.count())
      await storage.close()`
    const outputs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
          env: { ...process.env, DATABASE_URL: url },
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        let output = ''
        child.stdout.on('data', chunk => {
          output += chunk
        })
        const [code] = await once(child, 'close')
        return { code, output }
      }),
    )
    expect(outputs).toEqual(Array.from({ length: 4 }, () => ({ code: 0, output: '1\n' })))
    expect((await client.query('SELECT migration_name FROM _prisma_migrations')).rowCount).toBe(
      (await readMigrations(FOLDER)).length,
    )
  })
})
