import { afterAll, expect, test } from 'vitest'
import { explainTexts } from '../../src/explanation/explain-texts.ts'
import type { Classifier } from '../../src/ml/network/classifier.ts'
import { createClassifier } from '../../src/ml/network/create-classifier.ts'
import { type Model, modelVersion } from '../../src/ml/network/model.ts'
import { randomBilstm } from '../ml/network/random-model.ts'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'

/** Unsure, but Spanish without "musica" or "di". */
const TEXT = 'la musica di Rosalia es bella'

const opened: Classifier[] = []
afterAll(() => Promise.all(opened.map(classifier => classifier.close())))

function named(name: string, seed: number, languages: Model['manifest']['languages']): Model {
  const model = randomBilstm(seed)
  const manifest = { ...model.manifest, name, languages }
  return { ...model, manifest, version: modelVersion(manifest) }
}

test('a text whose language is unsure is read by one network, without each of its words too', async () => {
  const spanish = named('spanish', 2, { own: 'es', others: [] })
  const both = named('both', 1, { own: 'en', others: [{ language: 'es', version: spanish.version }] })
  const english = named('anything', 1, undefined)
  const parent = await makeModelsDirectory()
  for (const model of [spanish, both, english]) await writeModel(model, parent)
  const explanationBy = async (name: string) => {
    const classifier = await createClassifier({ directory: `${parent}/${name}`, threads: 1, maxQueuedMentions: 100 })
    opened.push(classifier)
    return explainTexts(classifier, [{ text: TEXT, entity: null, label: 'POSITIVE' }])
  }
  const explanation = await explanationBy('both')
  expect(explanation).toMatchObject({ ok: true, value: [{ length: 6 }] })
  expect(explanation).toEqual(await explanationBy('anything'))
})
