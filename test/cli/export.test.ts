import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { skippedBecause } from '../support/skipped-because.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { type CallOptions, endOf, pulso, pulsoHere, startPulso } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const TEXTS = ['=1+1', '+x', '-x', '@xbox hi', '\tx', '\rx', "'=1+1", "'quoted'", 'a,"b"\r\nc', 'I love it 😀']

let database: TestDatabase
let directory: string
const here = (options: CallOptions = {}) => ({
  cwd: directory,
  environment: { DATABASE_URL: database.url },
  ...options,
})

beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  const lines = TEXTS.map((text, index) =>
    JSON.stringify({ id: index, text, entity: 'Xbox', label: index < 3 ? 'negative' : null, author: '@ana' }),
  )
  await writeFile(join(directory, 'in.ndjson'), lines.join('\n'))
  expect((await pulso(['import', 'in.ndjson'], here())).code).toBe(0)
})
afterAll(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

const TWEETS = `
  SELECT t.external_id, t.text, t.author, t.posted_at, l.label FROM tweet t LEFT JOIN imported_label l ON l.tweet_id = t.id
  ORDER BY t.external_id`

describe('pulso export', () => {
  test('writes a file that imports unchanged, to the same tweets', async () => {
    const { code, stdout, stderr } = await pulso(['export', '--entity', 'xbox', '--out', 'out.csv'], here())
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '10 classifications exported to out.csv\n',
      stderr: '',
    })
    expect(await readFile(join(directory, 'out.csv'), 'utf8')).toContain(",Xbox,'=1+1,'@ana,")
    const other = await createTestDatabase()
    try {
      const imported = await pulso(['import', 'out.csv'], here({ environment: { DATABASE_URL: other.url } }))
      expect(imported).toMatchObject({ code: 0, stdout: '10 read = 10 stored + 0 duplicates + 0 rejected\n' })
      expect(imported.stderr).not.toContain('not recognised')
      const [first, second] = await Promise.all(
        [database, other].map(async ({ storage }) => (await storage.pool.query(TWEETS)).rows),
      )
      expect(second).toEqual(first)
      expect(first?.map(({ text }) => text)).toEqual(TEXTS)
    } finally {
      await other.drop()
    }
    const again = await pulso(['import', 'out.csv'], here())
    expect(again.stdout).toBe('10 read = 0 stored + 10 duplicates + 0 rejected\n')
  })

  test('doubles no tweet without an id, however often its export is imported', async () => {
    const other = await createTestDatabase()
    const there = here({ environment: { DATABASE_URL: other.url } })
    try {
      await writeFile(join(directory, 'no-ids.csv'), 'text,entity\nround trip good,Rounds\nround trip good,Rounds\n')
      expect((await pulso(['import', 'no-ids.csv'], there)).stdout).toMatch(/= 2 stored/)
      for (const file of ['rounds.csv', 'rounds.ndjson', 'rounds.csv']) {
        expect((await pulso(['export', '--entity', 'Rounds', '--out', file], there)).code).toBe(0)
        const { stdout, stderr } = await pulso(['import', file], there)
        expect(stdout).toBe('2 read = 0 stored + 2 duplicates + 0 rejected\n')
        expect(stderr).not.toContain('not recognised')
      }
    } finally {
      await other.drop()
    }
  })

  test('writes to standard output without --out, and compresses a file that is named so', async () => {
    const plain = await pulso(['export', '--format', 'ndjson', '--no-uncertain', '--author', '@ana'], here())
    expect(plain).toMatchObject({ code: 0, stderr: '' })
    const rows = plain.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(rows.every(row => row.is_uncertain === false && row.author === '@ana')).toBe(true)
    const uncertain = await pulso(['export', '--uncertain', '--model', 'pulso', '--out', 'u.jsonl.gz'], here())
    expect(uncertain.code).toBe(0)
    const packed = gunzipSync(await readFile(join(directory, 'u.jsonl.gz'))).toString()
    const others = packed
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line))
    expect(others.every(row => row.is_uncertain === true)).toBe(true)
    expect(rows.length + others.length).toBe(TEXTS.length)
  })

  test.each([
    [['--entity', 'Nobody'], '--entity must be a name or alias with stored tweets; `entities` lists them.'],
    [['--model', 'nobody'], 'Unknown model "nobody"; available models: pulso, pulso-es, seed-lstm.'],
  ])('%j is refused after a look-up in the database: one line, exit code 2, no file', async (argv, message) => {
    expect(await pulso(['export', ...argv, '--out', 'none.csv'], here())).toEqual({
      code: 2,
      stdout: '',
      stderr: `${message}\n`,
    })
    expect((await readdir(directory)).filter(name => name.startsWith('none'))).toEqual([])
  })

  test.each([
    [['--label', 'happy'], /^--label must be one of POSITIVE, NEUTRAL, NEGATIVE, IRRELEVANT\.$/],
    [['--from', '2026-02-30'], /^--from must be a day such as 2026-03-01, or ISO 8601 with an offset, such as .*$/],
    [['--limit', '0'], /^--limit must be a whole number from 1\.$/],
    [['--formulas', 'run'], /Allowed choices are guard, keep/],
    [
      ['--out', 'x.xls'],
      /^--out x\.xls: \.xls is not a format of exports; use \.csv, \.ndjson, \.json, \.xlsx, \.parquet,/,
    ],
    [['--out', 'x.xlsx', '--format', 'csv'], /^--out x\.xlsx names a file of another format than --format csv;/],
    [
      ['--out', 'x.parquet.gz'],
      /^--out x\.parquet\.gz: a file in the format parquet is compressed already; omit \.gz\.$/,
    ],
    [['--from', '2026-02-01T00:00:00Z', '--to', '2026-01-01T00:00:00Z'], /^--from must be before to;.*$/],
    [['--format', 'pdf'], /Allowed choices are csv, ndjson, json, xlsx, parquet/],
    [
      ['--out', '/nowhere/x.csv'],
      /^The export would be written to .*, but its directory does not exist; name another file with --out\.$/,
    ],
    [['--out', '.'], /^\. is a directory; name a file for the export with --out\.$/],
    [['Xbox'], /too many arguments/],
  ])('%j is an invalid call: one line and exit code 2', async (argv, message) => {
    const { code, stdout, stderr } = await pulsoHere(['export', ...argv])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trim()).toMatch(message)
  })

  const noCtrlC = process.platform === 'win32' ? 'needs signals, which Windows does not have' : null

  test('Ctrl-C leaves no partial file, and keeps an existing one', skippedBecause(noCtrlC), async () => {
    await mkdir(join(directory, 'stopped'))
    await writeFile(join(directory, 'stopped/out.csv'), 'before')
    await database.storage.pool.query(`
      WITH given AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 20000) AS n),
      about AS (INSERT INTO entity VALUES (gen_random_uuid(), 'Long', 'long', now()) RETURNING id),
      tweets AS (
        INSERT INTO tweet (id, identity, text_hash, text, stored_at)
        SELECT id, sha256(n::text::bytea), sha256(n::text::bytea), repeat(md5(n::text), 200), now() FROM given RETURNING id)
      INSERT INTO classification
      SELECT about.id, gen_random_uuid(), tweets.id, (SELECT shown_id FROM model_selection), 'NEUTRAL', 0, 1, 0, 0, 1, false, 0,
        false, now(), now()
      FROM tweets, about`)
    const child = startPulso(['export', '--entity', 'Long', '--out', 'stopped/out.csv'], here())
    const ended = endOf(child)
    const names = () => readdir(join(directory, 'stopped'))
    await expect.poll(names, { timeout: 60_000, interval: 5 }).toHaveLength(2)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 130, stdout: '', stderr: 'Interrupted. stopped/out.csv was not written.\n' })
    expect(await names()).toEqual(['out.csv'])
    expect(await readFile(join(directory, 'stopped/out.csv'), 'utf8')).toBe('before')
  })
})
