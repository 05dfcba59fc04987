import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pulsoHere } from '../cli/pulso.ts'
import { startApi, type TestApi } from './start-api.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** More labelled tweets than reliability measures, so that it draws a sample; sorted by label, as data sets often are. */
const LABELLED = 2100
const WORDS = { Positive: 'love this', Negative: 'hate that', Neutral: 'meet there' }
const row = (index: number, label: string, text: string) =>
  `${9000 + index},Xbox,${label},"${text}",2026-03-0${(index % 9) + 1} 10:00`
const labelled = Object.entries(WORDS).flatMap(([label, words], at) =>
  Array.from({ length: LABELLED / 3 }, (_, index) =>
    // A fifth has another label than its words suggest.
    row(at * LABELLED + index, index % 5 === 0 ? 'Neutral' : label, `${words} number ${index}, ${at}`),
  ),
)
const HEADER = 'id,entity,sentiment,text,posted_at'
const FIRST = [
  HEADER,
  ...labelled,
  row(1, 'Positive', 'love this number 1, 0'),
  '7,Xbox,,"",',
  '8,Xbox,,late,soon',
  row(99_999, '', 'label me'),
]
/** Again, with a label for a tweet that had none. */
const SECOND = [HEADER, ...labelled.slice(0, 10), row(99_999, 'Positive', 'label me'), row(100_000, 'Mixed', 'so so')]
const FILES = [FIRST, SECOND].map(lines => lines.join('\r\n'))

type Counts = Record<'processedCount' | 'storedCount' | 'duplicateCount' | 'relabelledCount' | 'rejectedCount', number>

let directory: string
const stores = new Map<string, TestApi>()
const counts = new Map<string, Counts[]>()
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-same-'))
  for (const way of ['command', 'body', 'form']) stores.set(way, await startApi())
})
afterAll(async () => {
  for (const api of stores.values()) await api.close()
  await rm(directory, { recursive: true })
})

async function byCommand({ database }: TestApi, content: string): Promise<Counts> {
  const path = join(directory, 'feed.csv')
  await writeFile(path, content)
  vi.stubEnv('DATABASE_URL', database.url)
  const { stdout } = await pulsoHere(['import', path, '--rejects', join(directory, 'r.csv'), '--format', 'json'])
  vi.unstubAllEnvs()
  return JSON.parse(stdout)
}

async function byApi(api: TestApi, body: string | FormData): Promise<Counts> {
  const headers = typeof body === 'string' ? { 'content-type': 'text/csv' } : {}
  const response = await fetch(`${api.url}/imports?name=feed.csv`, { method: 'POST', headers, body })
  const { uploadId } = (await response.json()) as { uploadId: string }
  const { startImport } = await api.data(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } } }',
    { input: { uploadId, idempotencyKey: uploadId } },
  )
  const query = `query ($id: ID!) {
    importJob(id: $id) { status processedCount storedCount duplicateCount relabelledCount rejectedCount }
  }`
  return vi.waitFor(
    async () => {
      const { importJob } = await api.data(query, { id: startImport.importJob.id })
      expect(importJob.status).toBe('COMPLETED')
      return importJob
    },
    { timeout: 60_000 },
  )
}

const formOf = (content: string) => {
  const form = new FormData()
  form.set('file', new Blob([content], { type: 'text/csv' }), 'feed.csv')
  return form
}

const STORED = `
  SELECT t.external_id, t.text, t.author, t.posted_at, e.name, c.label, c.confidence, i.label AS imported
  FROM tweet t JOIN classification c ON c.tweet_id = t.id JOIN entity e ON e.id = c.entity_id
  LEFT JOIN imported_label i ON i.tweet_id = t.id
  ORDER BY t.external_id`

const RELIABILITY = `{
  entity(name: "Xbox") {
    reliability { accuracy { value low high sampleSize } macroF1 { value low high } }
    sentiment { counts { positive neutral negative total } }
  }
}`

test('a file is the same in the store, however it is imported', async () => {
  const ways: readonly (readonly [string, (api: TestApi, content: string) => Promise<Counts>])[] = [
    ['command', byCommand],
    ['body', byApi],
    ['form', (api, content) => byApi(api, formOf(content))],
  ]
  for (const [way, send] of ways) {
    const api = stores.get(way)
    if (api === undefined) throw new Error(`no store for ${way}`)
    const made: Counts[] = []
    for (const content of FILES) made.push(await send(api, content))
    counts.set(way, made)
  }
  const expected = [
    {
      processedCount: LABELLED + 4,
      storedCount: LABELLED + 1,
      duplicateCount: 1,
      relabelledCount: 0,
      rejectedCount: 2,
    },
    { processedCount: 12, storedCount: 1, duplicateCount: 10, relabelledCount: 1, rejectedCount: 0 },
  ]
  for (const [way, made] of counts) expect([way, made]).toMatchObject([way, expected])

  const rowsOf = async ({ database }: TestApi) => (await database.storage.pool.query(STORED)).rows
  const figuresOf = async (api: TestApi) => (await api.data(RELIABILITY)).entity
  const [rows, ...otherRows] = await Promise.all([...stores.values()].map(rowsOf))
  const [figures, ...otherFigures] = await Promise.all([...stores.values()].map(figuresOf))
  expect(rows).toHaveLength(LABELLED + 2)
  expect(otherRows).toEqual([rows, rows])
  expect(figures.reliability.accuracy.sampleSize).toBeGreaterThan(1000)
  expect(otherFigures).toEqual([figures, figures])
})
