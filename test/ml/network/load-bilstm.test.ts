import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernel } from '../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import { type Model, modelVersion, tensorBytes, tensorOf, wordVectors } from '../../../src/ml/network/model.ts'
import { UsageError } from '../../../src/problem/problem.ts'
import { randomBilstm } from './random-model.ts'
import { writeModel } from './write-model.ts'

const model = randomBilstm(7)
const { manifest } = model
const { network } = manifest

/** The error of loading a directory with this model. */
async function complaint(spoilt: Model): Promise<string> {
  const error: unknown = await loadModel(await writeModel(spoilt)).then(
    () => 'loaded',
    error => error,
  )
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

test('a valid directory is read back unchanged, with the same results', async () => {
  const loaded = await loadModel(await writeModel(model))
  expect(loaded.manifest).toEqual(manifest)
  expect(Buffer.compare(loaded.weights, model.weights)).toBe(0)
  const row = tokensAlone(Int32Array.of(1, 2, 0))
  expect((await createKernel(loaded))([row])).toEqual((await createKernel(model))([row]))
})

test('bytes and their scale make word vectors', () => {
  const vectors = wordVectors(model)
  const bytes = tensorBytes(model, 'embedding/rows')
  const [word, column] = [17, 5]
  const at = word * network.embeddingSize + column
  const scale = tensorOf(model, 'embedding/scale')[word] ?? Number.NaN
  expect(vectors).toHaveLength(network.vocabularySize * network.embeddingSize)
  expect(vectors[at]).toBe(Math.fround(Buffer.from(bytes).readInt8(at) * scale))
})

test('bytes are not returned as floats', () => {
  expect(() => tensorOf(model, 'embedding/rows')).toThrow('embedding/rows holds bytes, not floats.')
})

test('a manifest without a temperature has none, and the version does not depend on it', async () => {
  const directory = await writeModel(model)
  const { temperature: _, ...silent } = manifest
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(silent))
  const loaded = await loadModel(directory)
  expect(loaded.manifest.temperature).toBeNull()
  expect(modelVersion({ ...manifest, temperature: 1.2 })).toBe(loaded.version)
})

test('the version changes with the heads of the contexts', () => {
  const changed = { ...manifest, network: { ...network, contextHeads: [0, 0, 1] } }
  expect(modelVersion(changed)).not.toBe(model.version)
})

test.each([
  ['three labels', ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] as const],
  ['IRRELEVANT elsewhere', ['IRRELEVANT', 'POSITIVE', 'NEUTRAL', 'NEGATIVE'] as const],
])('%s', async (_, labels) => {
  expect(await complaint({ ...model, manifest: { ...manifest, labels: [...labels] } })).toMatch(
    /lists the labels .*, but a pooled-bilstm network has four labels with IRRELEVANT last\.$/,
  )
})

test('a context whose head is missing', async () => {
  const changed = { ...manifest, network: { ...network, contextHeads: [0, 2, 1] } }
  expect(await complaint({ ...model, manifest: changed })).toMatch(
    /gives context 1 the head 2; its network has heads 0 to 1\.$/,
  )
})

test('no context at all', async () => {
  const changed = { ...manifest, network: { ...network, contextHeads: [] } }
  expect(await complaint({ ...model, manifest: changed })).toMatch(/not a model manifest: network\.contextHeads: /)
})

test('more marks than a byte has bits', async () => {
  const changed = { ...manifest, network: { ...network, marks: 9 } }
  expect(await complaint({ ...model, manifest: changed })).toMatch(/not a model manifest: network\.marks: /)
})

test('word vectors that are declared as floats', async () => {
  const tensors = manifest.weights.tensors.map(({ name, shape }) => ({ name, shape }))
  const changed = { ...manifest, weights: { ...manifest.weights, tensors } }
  expect(await complaint({ ...model, manifest: changed })).toMatch(
    /embedding\/rows 41x11, but its network and labels need .*embedding\/rows 41x11 int8\.$/,
  )
})

test('tensors of other sizes', async () => {
  const changed = { ...manifest, network: { ...network, denseSize: 8 } }
  expect(await complaint({ ...model, manifest: changed })).toMatch(
    /pooled\/kernel 78x7, context\/bias 3x7, .* but its network and labels need .*pooled\/kernel 78x8, context\/bias 3x8/,
  )
})

test('a weights file that is a byte short', async () => {
  const weights = model.weights.slice(0, -1)
  const sha256 = createHash('sha256').update(weights).digest('hex')
  const changed = { ...manifest, weights: { ...manifest.weights, sha256 } }
  expect(await complaint({ ...model, weights, manifest: changed })).toMatch(
    new RegExp(`has ${weights.length} bytes, but its manifest describes ${model.weights.length}\\.$`),
  )
})

test('a vocabulary that leaves no row for the unknown word', async () => {
  const vocabulary = [...model.vocabulary, 'more']
  const vocabularySha256 = createHash('sha256')
    .update(`${vocabulary.join('\n')}\n`)
    .digest('hex')
  expect(await complaint({ ...model, vocabulary, manifest: { ...manifest, vocabularySha256 } })).toMatch(
    /has 41 words, but the embedding of 41 rows has room for 40: row 0 is the unknown word\.$/,
  )
})
