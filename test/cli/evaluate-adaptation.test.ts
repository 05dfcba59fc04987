import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { adaptationTestSchema } from '../../src/ml/adaptation/adaptation-test.ts'
import { labelledFeed } from '../ml/adaptation/labelled-feed.ts'
import { randomBilstm } from '../ml/network/random-model.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { pulsoHere } from './pulso.ts'

const random = randomBilstm(5, { contextHeads: [1, 0, 1, 0, 1] })
const model = { ...random, manifest: { ...random.manifest, name: 'small' } }
let directory: string
let path: string

beforeAll(async () => {
  directory = await makeModelsDirectory()
  await writeModel(model, directory)
  path = join(directory, 'labelled.csv')
  const mentions = labelledFeed({
    count: 150,
    entities: ['Zalando'],
    labelOf: (_, next) => (next() < 0.8 ? 'NEUTRAL' : 'NEGATIVE'),
  })
  const rows = mentions.map(
    ({ entity, text, label }, index) => `${index < 140 ? 'feed' : 'rest'},${entity},${text},${label}\n`,
  )
  await writeFile(path, `source,entity,text,label\n${rows.join('')}`)
  vi.stubEnv('PULSO_MODELS', directory)
  return () => vi.unstubAllEnvs()
})

const evaluate = (...options: string[]) =>
  pulsoHere(['evaluate', '--model', 'small', '--adaptation', path, '--draws', '2', ...options])

test('a model is better on other tweets of a source after labels of it, and the result is stored', async () => {
  const given = ['--source-column', 'source', '--header', '--input-format', 'csv']
  const { code, stdout, stderr } = await evaluate(...given, '--format', 'json', '--save')
  expect([code, stderr.trim().split('\n').at(-1)]).toEqual([
    0,
    `saved to ${join(directory, 'small', 'adaptation-test.json')}`,
  ])
  const report = adaptationTestSchema.parse(JSON.parse(stdout))
  expect(report.command).toBe(
    'pulso evaluate --adaptation labelled.csv --model small --source-column source --draws 2 --seed 42 --header --input-format csv',
  )
  expect(report.sources.map(({ name, tweetCount }) => [name, tweetCount])).toEqual([['feed', 140]])
  const rows = report.sources[0]?.rows ?? []
  expect(rows.map(({ labelled, drawing, drawCount }) => [labelled, drawing, drawCount])).toEqual([
    [50, 'UNIFORM', 2],
    [50, 'MIXED', 2],
  ])
  for (const { adaptedShare, accuracyBefore, accuracyAfter, worseShare } of rows) {
    expect([adaptedShare, worseShare]).toEqual([1, 0])
    expect(accuracyAfter).toBeGreaterThan(accuracyBefore + 0.1)
  }
  expect(JSON.parse(await readFile(join(directory, 'small', 'adaptation-test.json'), 'utf8'))).toEqual(report)
})

test('sources with few labels are refused in one line', async () => {
  const { code, stderr } = await evaluate('--source-column', 'text')
  expect([code, stderr.trim()]).toEqual([2, 'No source has 100 labelled tweets that the model was not trained on.'])
})
