import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { type CorpusSource, readCorpus } from '../../../src/ml/training/corpora.ts'
import { UsageError } from '../../../src/problem/problem.ts'
import { DEFAULTS } from '../../tables/table.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-corpora-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function read(content: string | Buffer, source: Partial<CorpusSource> = {}, name = 'tweets.csv') {
  const path = join(directory, name)
  writeFileSync(path, content)
  const said: string[] = []
  const corpus = await readCorpus({ path, table: DEFAULTS, development: null, ...source }, line => said.push(line))
  return { ...corpus, said: said.map(line => line.replace(path, name)) }
}

test('a row keeps its id, entity, text and label', async () => {
  const { rows, said } = await read('id,entity,sentiment,text\n7,Xbox,Positive,"love, it"\n,,irrelevant,hm\n')
  expect(rows).toEqual([
    { id: '7', entity: 'Xbox', text: 'love, it', label: 'POSITIVE', isDevelopment: false },
    { id: null, entity: null, text: 'hm', label: 'IRRELEVANT', isDevelopment: false },
  ])
  expect(said).toEqual([])
})

test('columns are given for a file without a header, and a score is a label by its sign', async () => {
  const table = { ...DEFAULTS, columns: '-,entity,score,text' }
  const { rows } = await read('1,Xbox,-2,awful\n2,Xbox,0,a box\n3,Xbox,1,nice\n', { table })
  expect(rows.map(({ id, label }) => [id, label])).toEqual([
    [null, 'NEGATIVE'],
    [null, 'NEUTRAL'],
    [null, 'POSITIVE'],
  ])
})

test('labels have the meaning that the user gives them', async () => {
  const labels = new Map([
    ['0', 'NEGATIVE'],
    ['4', 'POSITIVE'],
  ] as const)
  const { rows, said } = await read('label,text\n0,awful\n4,nice\n2,what\n', { table: { ...DEFAULTS, labels } })
  expect(rows.map(({ label }) => label)).toEqual(['NEGATIVE', 'POSITIVE'])
  expect(said).toEqual([expect.stringMatching(/tweets\.csv: 1 rows excluded/)])
})

test('rows with one of the given values are development rows, regardless of white space around it', async () => {
  const development = { column: 'part', values: new Set(['dev', '2016dev']) }
  const content = 'sentiment,text,part\nPositive,a,train\nPositive,b,dev\nPositive,c, 2016dev \nPositive,d,develop\n'
  const { rows } = await read(content, { development })
  expect(rows.map(({ isDevelopment }) => isDevelopment)).toEqual([false, true, true, false])
})

test('a missing column is reported with the existing ones', async () => {
  const development = { column: 'split', values: new Set(['dev']) }
  const reading = read('sentiment,text,part\nPositive,a,train\n', { development })
  await expect(reading).rejects.toThrow(UsageError)
  await expect(reading).rejects.toThrow(/has no column "split"; it has the columns sentiment, text, part\.$/)
})

test('rows without a text or a label are excluded and counted', async () => {
  const { rows, said } = await read('sentiment,text\nPositive,good\n,no label\nNegative,\nNegative,  \nMixed,hm\n')
  expect(rows.map(({ text }) => text)).toEqual(['good'])
  expect(said).toEqual([expect.stringMatching(/tweets\.csv: 4 rows excluded: no readable text or label/)])
})

test.each([
  ['text\nlove it\n', /cannot be trained on; no row has a label \(Positive, Neutral, Negative or Irrelevant\)$/],
  [
    'sentiment,text\nMixed,hm\n',
    /cannot be trained on; no row has a label .*\. 1 row has an unknown label .*"Mixed" 1/,
  ],
  ['sentiment,body\nPositive,hm\n', /text/],
])('%j is refused in one line', async (content, message) => {
  const reading = read(content)
  await expect(reading).rejects.toThrow(UsageError)
  await expect(reading).rejects.toThrow(message)
})

test('a compressed file has the name and the hash of its content', async () => {
  const content = 'sentiment,text\nPositive,good\n'
  const plain = await read(content)
  const packed = await read(gzipSync(content), {}, 'tweets.csv.gz')
  expect(packed).toMatchObject({ name: 'tweets.csv', sha256: plain.sha256, rows: plain.rows })
  expect(plain.name).toBe('tweets.csv')
})
