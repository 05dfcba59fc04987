import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../src/ml/network/classifier.ts'
import type { Engine } from '../../../src/ml/network/engine.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTextScorer } from '../../../src/ml/network/score-texts.ts'
import { randomBilstm, randomModel } from './random-model.ts'

/** Returns the same outputs for every row, chosen by the test. */
const saying = (...outputs: number[]): Engine => ({
  outputs: outputs.length,
  predict: async rows => Float32Array.from(rows.flatMap(() => outputs)),
  close: async () => {},
})

const about = (text: string): Mention => ({ text, entity: null })

const model = randomModel(1, { uncertainBelow: 0.5 })

describe('scores', () => {
  test('outputs get the labels of the manifest, in any order', async () => {
    const reordered = {
      ...model,
      manifest: { ...model.manifest, labels: ['NEUTRAL', 'POSITIVE', 'NEGATIVE'] as const },
    }
    const [scores] = await createTextScorer(
      { ...reordered, manifest: { ...reordered.manifest, labels: [...reordered.manifest.labels] } },
      saying(0.25, 0.625, 0.125),
    )([about('w1')])
    expect(scores).toMatchObject({
      label: 'POSITIVE',
      confidence: 0.625,
      probabilities: { positive: 0.625, neutral: 0.25, negative: 0.125, irrelevant: 0 },
    })
  })

  test('a label that the model does not have is exactly 0', async () => {
    const [scores] = await createTextScorer(model, saying(0.2, 0.3, 0.5))([about('w1')])
    expect(scores?.probabilities.irrelevant).toBe(0)
  })

  test('the first label in the manifest wins a tie', async () => {
    const [scores] = await createTextScorer(model, saying(0.25, 0.375, 0.375))([about('w1')])
    expect(scores?.label).toBe('NEUTRAL')
  })

  test('rounding errors of float32 are divided out: the four probabilities sum to 1', async () => {
    const [scores] = await createTextScorer(model, saying(0.1, 0.2, 0.7))([about('w1')])
    const sum = Object.values(scores?.probabilities ?? {}).reduce((total, probability) => total + probability)
    expect(Math.abs(sum - 1)).toBeLessThan(1e-15)
  })

  test.each([
    [[0.25, 0.25, 0.5], false],
    [[0.3125, 0.25, 0.4375], true],
  ])('%j is uncertain below 0.5: %s', async (outputs, isUncertain) => {
    const [scores] = await createTextScorer(model, saying(...outputs))([about('w1')])
    expect(scores?.isUncertain).toBe(isUncertain)
  })

  test.each(['', 'nobody knows me', '@@ !!'])(
    'a text without a known word is uncertain at any confidence: %j',
    async text => {
      const [scores] = await createTextScorer(randomModel(1), saying(0, 0, 1))([about(text)])
      expect(scores).toMatchObject({ label: 'POSITIVE', confidence: 1, isUncertain: true, unknownTokenShare: 1 })
    },
  )

  test('without a threshold, a text with a known word is not uncertain', async () => {
    const [scores] = await createTextScorer(randomModel(1), saying(0.34, 0.33, 0.33))([about('w1 unknown')])
    expect(scores).toMatchObject({ isUncertain: false, unknownTokenShare: 0.5 })
  })

  test('a text longer than the model reads is marked', async () => {
    const scores = await createTextScorer(model, saying(0, 0, 1))([about('w1 '.repeat(9)), about('w1 '.repeat(10))])
    expect(scores.map(({ isTruncated }) => isTruncated)).toEqual([false, true])
  })

  test('a text that does not name its entity is uncertain at any confidence, for a model that finds names as written', async () => {
    const former = randomBilstm(1)
    const { preprocessing } = former.manifest
    if (preprocessing.kind !== 'tweet-words') throw new Error(`The preprocessing is ${preprocessing.kind}.`)
    const finder = {
      ...former,
      manifest: { ...former.manifest, preprocessing: { ...preprocessing, nameFinder: 2 as const } },
    }
    const asked = [
      { text: 'w1 of Acme', entity: 'Acme' },
      { text: 'w1 of Globex', entity: 'Acme' },
      { text: 'w1 of Globex', entity: null },
    ]
    const uncertain = async (model: Model) =>
      (await createTextScorer(model, saying(1, 0, 0, 0))(asked)).map(({ isUncertain }) => isUncertain)
    expect(await uncertain(finder)).toEqual([false, true, false])
    expect(await uncertain(former)).toEqual([false, false, false])
  })
})
