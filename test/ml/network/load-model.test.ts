import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import type { ModelManifest } from '../../../src/ml/network/manifest.ts'
import { modelVersion, tensorOf } from '../../../src/ml/network/model.ts'
import { UsageError } from '../../../src/problem/problem.ts'
import { randomModel } from './random-model.ts'
import { writeModel } from './write-model.ts'

const model = randomModel(7)

/** Writes the model, lets the test damage one file, and returns the error of loading it. */
async function complaint(spoil: (directory: string) => Promise<unknown>): Promise<string> {
  const directory = await writeModel(model)
  await spoil(directory)
  const error: unknown = await loadModel(directory).then(
    () => 'loaded',
    error => error,
  )
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

const withManifest = (change: (manifest: ModelManifest) => unknown) => (directory: string) =>
  writeFile(join(directory, 'manifest.json'), JSON.stringify(change(structuredClone(model.manifest))))

test('a valid directory is read back unchanged', async () => {
  const loaded = await loadModel(await writeModel(model))
  expect(loaded.manifest).toEqual(model.manifest)
  expect(loaded.vocabulary).toEqual(model.vocabulary)
  expect([...loaded.weights]).toEqual([...model.weights])
  expect(loaded.version).toMatch(/^random@[0-9a-f]{12}$/)
})

test.each(['seed-lstm', 'pulso'])('the committed model %s keeps the version of its evaluation', async name => {
  const directory = join('models', name)
  const reports: { modelVersion: string; trainedFor?: string }[] = JSON.parse(
    await readFile(join(directory, 'evaluation.json'), 'utf8'),
  )
  // Other reports are about weights that were trained for a split and not kept.
  const served = reports.filter(({ trainedFor }) => trainedFor !== 'SPLIT')
  const versions = new Set(served.map(({ modelVersion }) => modelVersion))
  expect([...versions]).toEqual([(await loadModel(directory)).version])
})

test('a tensor is found by its name', () => {
  const { hiddenSize } = model.manifest.network
  expect(tensorOf(model, 'embedding/embeddings')[0]).toBe(new Float32Array(model.weights.buffer)[0])
  expect(tensorOf(model, 'lstm/recurrent_kernel')).toHaveLength(4 * hiddenSize * hiddenSize)
  expect(tensorOf(model, 'dense/bias').at(-1)).toBe(new Float32Array(model.weights.buffer).at(-1))
})

test.each<[string, (manifest: ModelManifest) => ModelManifest]>([
  ['the weights', m => ({ ...m, weights: { ...m.weights, sha256: '0'.repeat(64) } })],
  ['the vocabulary', m => ({ ...m, vocabularySha256: '0'.repeat(64) })],
  ['the order of labels', m => ({ ...m, labels: [...m.labels].reverse() })],
  ['the preprocessing', m => ({ ...m, preprocessing: { ...m.preprocessing, isLowerCased: false } })],
  ['the token for unknown words', m => ({ ...m, preprocessing: { ...m.preprocessing, unknownTokenId: 1 } })],
  ['the side that is cut', m => ({ ...m, preprocessing: { ...m.preprocessing, truncating: 'post' } })],
  ['the padding', m => ({ ...m, network: { ...m.network, padding: 'none' } })],
  ['the threshold', m => ({ ...m, uncertainBelow: 0.5 })],
])('the version changes with %s', (_, change) => {
  expect(modelVersion(change(model.manifest))).not.toBe(model.version)
})

test('the version does not change with the description, the provenance or a file name', () => {
  const { manifest } = model
  const renamed = { ...manifest.preprocessing, vocabulary: 'words.txt' }
  const provenance = { ...manifest.provenance, seed: 99 }
  expect(modelVersion({ ...manifest, description: 'Other.', provenance, preprocessing: renamed })).toBe(model.version)
})

test('an id for unknown words without a row in the embedding is reported', async () => {
  const message = await complaint(
    withManifest(m => ({ ...m, preprocessing: { ...m.preprocessing, unknownTokenId: m.network.vocabularySize } })),
  )
  expect(message).toMatch(/manifest\.json gives unknown words the id 41; the embedding has ids 0 to 40\.$/)
})

test('a directory without a manifest is reported with the expected files', async () => {
  const message = await complaint(directory => rm(join(directory, 'manifest.json')))
  expect(message).toMatch(
    /manifest\.json cannot be read \(ENOENT\)\. A model is a directory with manifest\.json, its weights and its vocabulary\.$/,
  )
})

test('a manifest that is not JSON', async () => {
  expect(await complaint(directory => writeFile(join(directory, 'manifest.json'), '{'))).toMatch(
    /manifest\.json is not JSON: /,
  )
})

test('a manifest with an invalid field names the field', async () => {
  const message = await complaint(withManifest(m => ({ ...m, network: { ...m.network, hiddenSize: 0 } })))
  expect(message).toMatch(/manifest\.json is not a model manifest: network\.hiddenSize: /)
})

test('an unknown label', async () => {
  const message = await complaint(withManifest(m => ({ ...m, labels: ['NEGATIVE', 'NEUTRAL', 'HAPPY'] })))
  expect(message).toMatch(/is not a model manifest: labels\.2: /)
})

test('a duplicate label', async () => {
  const message = await complaint(withManifest(m => ({ ...m, labels: ['NEGATIVE', 'NEUTRAL', 'NEUTRAL'] })))
  expect(message).toMatch(/contains a label twice: NEGATIVE, NEUTRAL, NEUTRAL\.$/)
})

test('weights of another model', async () => {
  const message = await complaint(async directory => {
    const path = join(directory, 'weights.bin')
    const bytes = await readFile(path)
    bytes.writeFloatLE(1, 0)
    await writeFile(path, bytes)
  })
  expect(message).toMatch(/weights\.bin does not match its manifest \(sha256 [0-9a-f]{64}, expected [0-9a-f]{64}\)/)
})

test('a vocabulary with an additional word', async () => {
  expect(await complaint(directory => appendFile(join(directory, 'vocabulary.txt'), 'more\n'))).toMatch(
    /vocabulary\.txt does not match its manifest/,
  )
})

test('a missing vocabulary', async () => {
  expect(await complaint(directory => rm(join(directory, 'vocabulary.txt')))).toMatch(/vocabulary\.txt cannot be read/)
})

test('a vocabulary that the embedding has no room for', async () => {
  const small = { ...model, vocabulary: model.vocabulary }
  const network = { ...model.manifest.network, vocabularySize: model.vocabulary.length }
  const embedding = { name: 'embedding/embeddings', shape: [network.vocabularySize, network.embeddingSize] }
  const weights = model.weights.slice(4 * network.embeddingSize)
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(weights).digest('hex')
  const tensors = [embedding, ...model.manifest.weights.tensors.slice(1)]
  const manifest = { ...model.manifest, network, weights: { ...model.manifest.weights, sha256, tensors } }
  await expect(loadModel(await writeModel({ ...small, manifest, weights }))).rejects.toThrow(
    /has 40 words, but the embedding of 40 rows has room for 39: row 0 is the padding\.$/,
  )
})

test('tensors that do not fit the network', async () => {
  const message = await complaint(withManifest(m => ({ ...m, network: { ...m.network, hiddenSize: 14 } })))
  expect(message).toMatch(
    /lists the tensors .*lstm\/kernel 11x52.*, but its network and labels need .*lstm\/kernel 11x56/,
  )
})
