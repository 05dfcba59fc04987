import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadModel } from '../../src/ml/network/load-model.ts'
import { randomModel } from '../ml/network/random-model.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { pulso, pulsoHere } from './pulso.ts'

const random = randomModel(31)
const model = { ...random, manifest: { ...random.manifest, name: 'small' } }
let directory: string
let source: string

beforeAll(async () => {
  directory = await makeModelsDirectory()
  source = await writeModel(model, directory)
  vi.stubEnv('PULSO_MODELS', directory)
  return () => vi.unstubAllEnvs()
})
afterEach(() => rm(join(directory, 'small-int8'), { recursive: true, force: true }))

const quantise = (...options: string[]) => pulsoHere(['models', 'quantise', ...options])
/** In a separate process, because of its threads. */
const answer = async (name: string) => {
  const { stdout, stderr } = await pulso(
    ['classify', '--model', name, '--format', 'json', '--entity', 'Acme', 'w1 w2 w3 w4'],
    { environment: { PULSO_MODELS: directory } },
  )
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

test('an int8 model is written next to the others, loads, and has nearly the same results', async () => {
  const { code, stdout, stderr } = await quantise('small')
  expect([code, stderr]).toEqual([0, ''])
  const made = await loadModel(join(directory, 'small-int8'))
  expect(stdout.trim()).toBe(`Wrote ${made.version} to ${join(directory, 'small-int8')}`)
  expect(made.version).not.toBe((await loadModel(source)).version)
  expect(made.manifest.network).toEqual({ ...model.manifest.network, recurrence: 'int8' })
  expect(made.manifest.provenance).toEqual(model.manifest.provenance)
  expect(await readFile(join(directory, 'small-int8', 'weights.bin'))).toEqual(
    await readFile(join(source, 'weights.bin')),
  )
  const [before, after] = [await answer('small'), await answer('small-int8')]
  expect(after.model).toBe(made.version)
  for (const label of ['positive', 'neutral', 'negative']) {
    expect(Math.abs(after.probabilities[label] - before.probabilities[label])).toBeLessThan(0.05)
  }
})

test.each([
  ['a model that is not there', ['nowhere'], /^Unknown model "nowhere"; available models: /],
  ['a name that no model has', ['small', '--name', 'A b'], /is not a valid model name/],
])('%s is refused in one line', async (_, options, message) => {
  const { code, stderr } = await quantise(...options)
  expect(code).toBe(2)
  expect(stderr.trim()).toMatch(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('an existing model is kept unless it is to be replaced, and an int8 model is not quantised again', async () => {
  await quantise('small')
  const again = await quantise('small')
  expect([again.code, again.stderr]).toEqual([
    2,
    expect.stringMatching(/already contains a manifest\.json; add --force/),
  ])
  expect((await quantise('small', '--force')).code).toBe(0)
  const before = await readFile(join(source, 'manifest.json'))
  const itself = await quantise('small', '--out', source, '--force')
  expect([itself.code, itself.stderr]).toEqual([2, expect.stringMatching(/--out .* is the input file/)])
  expect(await readFile(join(source, 'manifest.json'))).toEqual(before)
  const twice = await quantise('small-int8', '--name', 'twice')
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringMatching(/small-int8 is already in int8/)])
})
