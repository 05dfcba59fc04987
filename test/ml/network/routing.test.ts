import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Classifier } from '../../../src/ml/network/classifier.ts'
import { createClassifier } from '../../../src/ml/network/create-classifier.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import { type Model, modelVersion } from '../../../src/ml/network/model.ts'
import { createRoutedReader } from '../../../src/ml/network/routed-reader.ts'
import { randomBilstm } from './random-model.ts'
import { makeModelsDirectory, writeModel } from './write-model.ts'

const ENGLISH = 'They have been waiting for their order for two weeks'
const SPANISH = 'Llevan dos semanas esperando su pedido y nadie contesta'
const GERMAN = 'Sie warten seit zwei Wochen auf ihre Bestellung'

type Languages = Model['manifest']['languages']

function named(name: string, seed: number, languages: Languages, uncertainBelow = 0): Model {
  const model = randomBilstm(seed)
  const manifest = { ...model.manifest, name, uncertainBelow, languages }
  return { ...model, manifest, version: modelVersion(manifest) }
}

const spanish = named('spanish', 2, { own: 'es', others: [] }, 1)
const both = named('both', 1, { own: 'en', others: [{ language: 'es', version: spanish.version }] })
const english = named('english', 1, { own: 'en', others: [] })
const anything = named('anything', 1, undefined)

let directory = ''
const classifiers = new Map<string, Classifier>()
const scoresOf = async (name: string, ...texts: readonly string[]) => {
  const classifier = classifiers.get(name) as Classifier
  return await classifier.classify(texts.map(text => ({ text, entity: null })))
}

beforeAll(async () => {
  directory = await makeModelsDirectory()
  for (const model of [spanish, both, english, anything]) {
    const path = await writeModel(model, directory)
    classifiers.set(
      model.manifest.name,
      await createClassifier({ directory: path, threads: 1, maxQueuedMentions: 100 }),
    )
  }
})
afterAll(() => Promise.all([...classifiers.values()].map(classifier => classifier.close())))

test('each text is read by the network of its language, with that network’s threshold', async () => {
  const [first, second, third] = await scoresOf('both', ENGLISH, SPANISH, ENGLISH)
  const [byEnglish] = await scoresOf('english', ENGLISH)
  const [bySpanish] = await scoresOf('spanish', SPANISH)
  expect(first).toEqual(byEnglish)
  expect(third).toEqual(byEnglish)
  expect(second).toEqual(bySpanish)
  expect([first?.language, second?.language]).toEqual(['en', 'es'])
  expect(second?.isUncertain).toBe(true)
  expect(second?.probabilities).not.toEqual((await scoresOf('anything', SPANISH))[0]?.probabilities)
})

test('a language that no network was trained for is no opinion', async () => {
  const [scores] = await scoresOf('both', GERMAN)
  expect(scores).toMatchObject({ language: 'de', unreadReason: 'UNSUPPORTED_LANGUAGE', isUncertain: true })
  expect((await scoresOf('english', SPANISH))[0]).toMatchObject({ unreadReason: 'UNSUPPORTED_LANGUAGE' })
  expect((await scoresOf('spanish', ENGLISH))[0]).toMatchObject({ unreadReason: 'UNSUPPORTED_LANGUAGE' })
})

test('short texts and texts without letters go to the own network, without a language', async () => {
  for (const text of ['ja', 'Mal', '😡', '', '123', '@someone']) {
    expect((await scoresOf('both', text))[0], text).toMatchObject({ language: null, unreadReason: 'UNREADABLE' })
  }
})

test('a model without languages reads every text and identifies none', async () => {
  for (const scores of await scoresOf('anything', ENGLISH, SPANISH, GERMAN)) {
    expect(scores).toMatchObject({ language: null, unreadReason: 'UNREADABLE' })
  }
})

test('a language that the caller knows is not identified', async () => {
  const classifier = classifiers.get('both') as Classifier
  const [scores] = await classifier.classify([{ text: ENGLISH, entity: null, language: 'es' }])
  expect(scores).toEqual({
    ...(await classifiers.get('spanish')?.classify([{ text: ENGLISH, entity: null, language: 'es' }]))?.[0],
  })
  expect(scores?.language).toBe('es')
})

test('a text of known words is in the own language without being identified', async () => {
  const [scores] = await scoresOf('both', 'w1 w2 w3 w4')
  expect(scores).toMatchObject({ language: 'en', unreadReason: null })
})

test('a network that could not be loaded is loaded for the next text', async () => {
  let failures = 0
  const model = { ...both, others: new Map([['es', spanish]]) }
  const { read, close } = await createRoutedReader(model, async of => {
    if (of === spanish && failures++ === 0) throw new Error('The file is out of reach.')
    return createKernelEngine(of)
  })
  const mention = { text: SPANISH, entity: null, language: 'es' }
  await expect(read([mention])).rejects.toThrow('The file is out of reach.')
  expect(Array.from((await read([mention])).networks)).toEqual([1])
  await close()
})

test('the version changes with the version of another language', () => {
  const changed = { ...both.manifest, languages: { own: 'en', others: [{ language: 'es', version: english.version }] } }
  expect(modelVersion(changed)).not.toBe(both.version)
  expect(both.version.split('@')[1]).not.toBe(english.version.split('@')[1])
  expect(modelVersion({ ...english.manifest, languages: undefined }).split('@')[1]).toBe(anything.version.split('@')[1])
})

test.each([
  ['is missing', null, 'there is no folder spanish beside it'],
  ['has another version', named('spanish', 3, { own: 'es', others: [] }), 'contains spanish@'],
  ['is of another language', named('spanish', 2, { own: 'pt', others: [] }, 1), 'contains spanish@'],
])('a model whose other language %s is refused in one sentence', async (_, other, message) => {
  const parent = await makeModelsDirectory()
  const path = await writeModel(both, parent)
  if (other !== null) await writeModel(other, parent)
  await expect(loadModel(path)).rejects.toThrow(message)
  await rm(join(path, 'manifest.json'))
  await writeFile(
    join(path, 'manifest.json'),
    JSON.stringify({ ...both.manifest, languages: { own: 'english', others: [] } }),
  )
  await expect(loadModel(path)).rejects.toThrow('is not a model manifest: languages.own')
})
