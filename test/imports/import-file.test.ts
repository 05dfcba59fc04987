import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClassificationService } from '../../src/classification/service.ts'
import { type ImportCounts, type ImportOutcome, importFile } from '../../src/imports/import-file.ts'
import { fail } from '../../src/problem/problem.ts'
import { openTable, type TableOptions } from '../../src/tables/open-table.ts'
import { openRejectsFile } from '../../src/tables/rejects-file.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'
import { DEFAULTS } from '../tables/table.ts'

let api: TestService
let directory: string
beforeAll(async () => {
  api = await startTestService()
})
afterAll(() => api.close())
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true })
  await api.database.storage.pool.query(
    'TRUNCATE tweet, import_mention, classification, mention_label, resolved_label, label_draw_item, cross_fitted_answer, sentiment_rollup, sentiment_rollup_daily',
  )
})

interface Trial {
  readonly service?: Pick<ClassificationService, 'classify'>
  readonly batchSize?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (counts: ImportCounts, takenBytes: number) => void
  readonly options?: Partial<TableOptions>
}

async function importContent(content: string, trial: Trial = {}): Promise<ImportOutcome & { rejects: string[] }> {
  const path = join(directory, 'feed.csv')
  await writeFile(path, content)
  const table = await openTable(path, process.stdin, { ...DEFAULTS, ...trial.options })
  const rejects = await openRejectsFile(join(directory, 'rejects.csv'), table.names)
  const outcome = await importFile({
    table,
    rejects,
    service: trial.service ?? api.service,
    signal: trial.signal ?? new AbortController().signal,
    onProgress: trial.onProgress ?? (() => {}),
    width: 2,
    ...(trial.batchSize === undefined ? {} : { batchSize: trial.batchSize }),
  })
  await table.close()
  const hasRejects = await rejects.close()
  const lines = hasRejects ? (await readFile(rejects.path, 'utf8')).trimEnd().split('\n').slice(1) : []
  return { ...outcome, rejects: lines }
}

async function countOf(sql: string): Promise<number> {
  const { rows } = await api.database.storage.pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${sql}`)
  return Number(rows[0]?.count)
}

const sum = ({ stored, duplicates, relabelled, rejected }: ImportCounts) => stored + duplicates + relabelled + rejected

describe('counts', () => {
  test('the counts match the database, and a second import has only duplicates', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index % 400},Xbox,text number ${index % 250},Positive`)
    const content = `id,entity,text,sentiment\n${rows.join('\n')}\n9,Xbox,  ,Neutral\n8,Xbox,a,b,c\n`
    const distinct = new Set(rows).size
    const first = await importContent(content, { batchSize: 64 })
    expect(first.counts).toEqual({
      read: 502,
      stored: distinct,
      duplicates: 500 - distinct,
      relabelled: 0,
      rejected: 2,
      undated: distinct,
    })
    expect(first.end).toBe('complete')
    expect(await countOf('tweet')).toBe(distinct)
    expect(await countOf('classification')).toBe(distinct)
    expect(await countOf("imported_label WHERE label = 'POSITIVE'")).toBe(distinct)
    const { rows: rollup } = await api.database.storage.pool.query(
      'SELECT sum(positive + neutral + negative + irrelevant)::int AS total FROM sentiment_rollup',
    )
    expect(rollup).toEqual([{ total: distinct }])
    expect(first.rejects).toEqual([
      expect.stringMatching(/^502,INVALID,text must have .*,9,Xbox, {2},Neutral,$/),
      expect.stringMatching(/^503,INVALID,.*5 cells, but 4 are expected/),
    ])
    const again = await importContent(content)
    expect(again.counts).toEqual({ read: 502, stored: 0, duplicates: 500, relabelled: 0, rejected: 2, undated: 0 })
    expect(await countOf('tweet')).toBe(distinct)
  })

  test('rows without an id are identified by their values, so equal rows of a file are kept and a second import adds none', async () => {
    const content = 'text\nthe same text\nthe same text\nanother\n'
    expect((await importContent(content)).counts).toMatchObject({ stored: 3, duplicates: 0 })
    expect((await importContent(content)).counts).toMatchObject({ stored: 0, duplicates: 3 })
    expect((await importContent(`${content}one more\n`)).counts).toMatchObject({ stored: 1, duplicates: 3 })
    expect(await countOf('tweet')).toBe(4)
  })

  test('a file without ids that grew and was reordered adds only the rows that it gained', async () => {
    const rows = ['a,ann,2026-03-01', 'a,ann,2026-03-02', 'a,ben,2026-03-01', 'a,,', 'a,,', 'b,ann,2026-03-01']
    const content = (lines: readonly string[]) => `text,author,posted_at\n${lines.join('\n')}\n`
    expect((await importContent(content(rows))).counts).toMatchObject({ stored: 6 })
    const grown = ['a,,', 'new,ann,', ...rows.toReversed()]
    expect((await importContent(content(grown))).counts).toMatchObject({ stored: 2, duplicates: 6 })
    expect((await importContent(content(['a,,', 'a,,']))).counts).toMatchObject({ stored: 0, duplicates: 2 })
    expect(await countOf('tweet')).toBe(8)
  })

  test('a text without an id about two entities is one tweet with two mentions, in any order', async () => {
    const [one, two] = ['text,entity\na,Xbox\na,Sony\na,xbox\n', 'text,entity\na,Sony\na,Xbox\na,XBOX\n']
    expect((await importContent(one)).counts).toMatchObject({ stored: 3 })
    expect((await importContent(two)).counts).toMatchObject({ stored: 0, duplicates: 3 })
    expect([await countOf('tweet'), await countOf('classification')]).toEqual([2, 3])
  })

  test('labels for rows that are stored already are counted', async () => {
    await importContent('id,text,sentiment\n1,a,\n2,b,Positive\n3,c,\n')
    const again = await importContent('id,text,sentiment\n1,a,neg\n2,b,neg\n3,c,\n4,d,pos\n5,,pos\n')
    expect(again.counts).toEqual({ read: 5, stored: 1, duplicates: 2, relabelled: 1, rejected: 1, undated: 1 })
    const { rows } = await api.database.storage.pool.query(
      'SELECT t.external_id, l.label FROM tweet t JOIN imported_label l ON l.tweet_id = t.id ORDER BY 1',
    )
    expect(rows).toEqual([
      { external_id: '1', label: 'NEGATIVE' },
      { external_id: '2', label: 'POSITIVE' },
      { external_id: '4', label: 'POSITIVE' },
    ])
  })

  test('a label that comes with a repetition of a row is kept', async () => {
    const outcome = await importContent('id,text,sentiment\n1,a,\n1,a,neg\n')
    expect(outcome.counts).toMatchObject({ stored: 1, duplicates: 1 })
    expect(await countOf("imported_label WHERE label = 'NEGATIVE'")).toBe(1)
  })

  test('time, author and label of a row are stored, and a missing label is null', async () => {
    await importContent('id,text,posted_at,author,label\n1,fine day,2026-03-01 10:00,ann,neg\n2,fine night,,,\n', {
      options: { timezone: 'Europe/Berlin', entity: 'Sony' },
    })
    const { rows } = await api.database.storage.pool.query(
      `SELECT t.external_id, t.posted_at, t.author, e.name, l.label FROM tweet t JOIN classification c ON c.tweet_id = t.id
       JOIN entity e ON e.id = c.entity_id LEFT JOIN imported_label l ON l.tweet_id = t.id AND l.entity_id = e.id ORDER BY 1`,
    )
    expect(rows).toEqual([
      { external_id: '1', posted_at: new Date('2026-03-01T09:00:00Z'), author: 'ann', name: 'Sony', label: 'NEGATIVE' },
      { external_id: '2', posted_at: null, author: null, name: 'Sony', label: null },
    ])
  })

  test('stored rows without a time of their own are counted, and repetitions and rejected rows are not', async () => {
    const content = 'id,text,posted_at\n1,a,2026-03-01\n2,b,\n3,c,\n2,b,\n4,,\n'
    expect((await importContent(content)).counts).toMatchObject({ stored: 3, duplicates: 1, rejected: 1, undated: 2 })
    expect((await importContent(content)).counts).toMatchObject({ stored: 0, undated: 0 })
    expect(await countOf('classification WHERE is_undated')).toBe(2)
  })

  test('an empty file has no rows', async () => {
    expect(await importContent('')).toMatchObject({
      counts: { read: 0, stored: 0, duplicates: 0, relabelled: 0, rejected: 0 },
      end: 'complete',
    })
  })
})

describe('an import that is stopped', () => {
  const content = `id,text\n${Array.from({ length: 300 }, (_, index) => `${index},text ${index}`).join('\n')}\n`

  test('by an interruption stores and counts its current batches, and the next import resumes', async () => {
    const controller = new AbortController()
    const first = await importContent(content, {
      batchSize: 50,
      signal: controller.signal,
      onProgress: ({ read }) => read >= 100 && controller.abort(),
    })
    expect(first.end).toBe('interrupted')
    expect(first.counts.read).toBeLessThan(300)
    expect(await countOf('tweet')).toBe(first.counts.stored)
    const second = await importContent(content, { batchSize: 50 })
    expect(second.counts).toEqual({
      read: 300,
      stored: 300 - first.counts.stored,
      duplicates: first.counts.stored,
      relabelled: 0,
      rejected: 0,
      undated: 300 - first.counts.stored,
    })
    expect(await countOf('tweet')).toBe(300)
  })

  test('by a full queue waits and retries', async () => {
    let isFull = true
    const outcome = await importContent(content, {
      batchSize: 100,
      service: {
        classify: async requests => {
          isFull = !isFull
          const open = isFull ? requests : requests.slice(0, requests.length / 2)
          const results = await api.service.classify(open)
          return requests.map((_, index) => results[index] ?? fail('OVERLOADED', 'Later.'))
        },
      },
    })
    expect(outcome.counts).toEqual({ read: 300, stored: 300, duplicates: 0, relabelled: 0, rejected: 0, undated: 300 })
    expect(await countOf('tweet')).toBe(300)
  })

  test('by a lost database ends with correct counts: only stored rows count as read', async () => {
    let calls = 0
    const outcome = await importContent(content, {
      batchSize: 50,
      service: {
        classify: async requests => {
          calls += 1
          return calls <= 3
            ? api.service.classify(requests)
            : requests.map(() => fail('UNAVAILABLE', 'The database is gone.'))
        },
      },
    })
    expect(outcome).toMatchObject({ end: 'unavailable', problem: { message: 'The database is gone.' } })
    expect(outcome.counts).toEqual({ read: 150, stored: 150, duplicates: 0, relabelled: 0, rejected: 0, undated: 150 })
    expect(await countOf('tweet')).toBe(150)
    expect(calls).toBeLessThanOrEqual(5)
  })

  test('after each batch, the parts sum to the rows read', async () => {
    const seen: ImportCounts[] = []
    await importContent(`${content}x\n1,text 1\n`, { batchSize: 40, onProgress: counts => seen.push(counts) })
    expect(seen.map(counts => counts.read)).toEqual([40, 80, 120, 160, 200, 240, 280, 302])
    for (const counts of seen) expect(sum(counts)).toBe(counts.read)
  })
})
