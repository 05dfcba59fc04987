import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { LabelledMention } from '../../src/ml/adaptation/find-correction.ts'
import { findModel } from '../../src/models/find-model.ts'
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
  vi.stubEnv('PULSO_MODELS', directory)
  return () => vi.unstubAllEnvs()
})
afterEach(async () => {
  for (const name of await readdir(directory)) {
    if (name !== 'small') await rm(join(directory, name), { recursive: true, force: true })
  }
})

const write = (mentions: readonly LabelledMention[], words: Readonly<Record<string, string>> = {}) =>
  writeFile(
    path,
    `entity,text,label\n${mentions.map(({ entity, text, label }) => `${entity},${text},${words[label] ?? label}\n`).join('')}`,
  )
const adapt = (...options: string[]) => pulsoHere(['adapt', '--model', 'small', '--labels', path, ...options])
const mostlyNeutral = (count: number) =>
  labelledFeed({
    count,
    entities: ['Zalando', 'Bolt'],
    labelOf: (_, next) => (next() < 0.8 ? 'NEUTRAL' : 'NEGATIVE'),
  })

test('a version is written beside the others, says how much better it is, and knows what it was trained on', async () => {
  await write(mostlyNeutral(120))
  const { code, stdout, stderr } = await adapt()
  expect([code, stderr.trim()]).toEqual([0, `Wrote ${join(directory, 'small-adapted')}`])
  const made = await findModel(directory, 'small-adapted')
  expect(stdout).toContain(`${made.version}, adapted from small@`)
  expect(stdout).toMatch(/accuracy +0\.\d{3} +0\.\d{3} +\+0\.\d{3} \(\+0\.\d{3} to \+0\.\d{3}\)/)
  expect(stdout).toContain('With a mix of labels of their own: Zalando (60), Bolt (60)')
  expect(made.evaluations).toMatchObject([{ dataset: 'labelled', split: 'GROUPED', rowCount: 120, isLeaky: false }])
  const evaluated = await pulsoHere(['evaluate', '--model', 'small-adapted', '--data', path, '--format', 'json'])
  expect(JSON.parse(evaluated.stdout)[0]).toMatchObject({ isLeaky: true, trainedOnRowCount: 120 })
})

test('an adapted version is adapted again from its parent, and gets another name', async () => {
  await write(mostlyNeutral(120))
  await adapt()
  await write(mostlyNeutral(160))
  const { stdout } = await pulsoHere(['adapt', '--model', 'small-adapted', '--labels', path, '--format', 'json'])
  expect(JSON.parse(stdout)).toMatchObject({
    parentVersion: (await findModel(directory, 'small')).version,
    labelCount: 160,
  })
  expect((await readdir(directory)).sort()).toEqual(['labelled.csv', 'small', 'small-adapted', 'small-adapted-2'])
})

test('labels about other entities can be left out, and the words of labels have a meaning', async () => {
  await write(mostlyNeutral(140), { NEUTRAL: '0', NEGATIVE: '-1' })
  const meaning = ['--label-words', '0=Neutral,-1=Negative']
  const { stdout } = await adapt('--entity', 'zalando', '--name', 'shop', ...meaning, '--format', 'json')
  expect(JSON.parse(stdout)).toMatchObject({
    command:
      'pulso adapt --model small --labels labelled.csv --label-words 0=Neutral,-1=Negative --entity zalando --name shop',
    labelCount: 70,
    entities: [{ name: 'Zalando', labelCount: 70 }],
  })
  expect(existsSync(join(directory, 'shop', 'manifest.json'))).toBe(true)
  const again = await adapt('--name', 'shop', ...meaning)
  expect([again.code, again.stderr.trim()]).toEqual([
    2,
    `--name shop is the name of the model in ${join(directory, 'shop')}; choose another one.`,
  ])
})

test('labels that show no gain change nothing: exit code 1, and what would help', async () => {
  await write(mostlyNeutral(40))
  const { code, stderr } = await adapt()
  expect([code, stderr.trim()]).toEqual([
    1,
    '40 different tweets that the model reads are labelled, and adapting needs 50: label 10 more.',
  ])
  expect((await readdir(directory)).sort()).toEqual(['labelled.csv', 'small'])
})

test.each([
  ['--columns', 'text,label'],
  ['--skip-lines', '3'],
  ['--label-words', '0=Neutral'],
])('%s without a file is refused in one line', async (...option) => {
  const { code, stderr } = await pulsoHere(['adapt', ...option])
  expect([code, stderr.trim()]).toEqual([2, 'Options of a file need --labels with the file.'])
})

test.each([
  [
    'the name of the parent',
    ['--name', 'small'],
    /^--name small is the name of the model in \S+\/small; choose another one\.$/,
  ],
  [
    'the name of an included model',
    ['--name', 'pulso'],
    /^--name pulso is the name of the model in \S*models\/pulso; choose another one\.$/,
  ],
  ['a name that no model has', ['--name', 'A b'], /is not a valid model name/],
  ['an entity without labels', ['--entity', 'Nobody'], /^No labelled row of .*labelled\.csv is about Nobody\.$/],
])('%s is refused in one line', async (_, options, message) => {
  await write(mostlyNeutral(60))
  const { code, stderr } = await adapt(...options)
  expect(code).toBe(2)
  expect(stderr.trim()).toMatch(message)
  expect((await readdir(directory)).sort()).toEqual(['labelled.csv', 'small'])
})
