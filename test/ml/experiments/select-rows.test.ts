import { describe, expect, test } from 'vitest'
import type { Label } from '../../../src/labels.ts'
import type { LabelledFile, LabelledRow } from '../../../src/ml/evaluation/labelled-file.ts'
import { groupedSplit } from '../../../src/ml/evaluation/splits/grouped.ts'
import { heldOutRows } from '../../../src/ml/experiments/held-out-rows.ts'
import { selectRows } from '../../../src/ml/experiments/select-rows.ts'
import type { ModelManifest } from '../../../src/ml/network/manifest.ts'
import { trainTestSplit } from '../../../src/ml/training/numpy-permutation.ts'
import { randomModel } from '../network/random-model.ts'

const LABELS: readonly Label[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE']
const { manifest } = randomModel(1)

/** `tweets` tweets in six variants each, as in Kaggle's file. */
const variants = (tweets: number): LabelledRow[] =>
  Array.from({ length: tweets * 6 }, (_, index) => ({
    id: String(Math.floor(index / 6)),
    entity: 'Xbox',
    text: `variant ${index % 6} of a tweet about number ${Math.floor(index / 6)}`,
    label: LABELS[Math.floor(index / 6) % 3] ?? 'NEUTRAL',
  }))

const fileOf = (rows: readonly LabelledRow[], sha256 = 'f'.repeat(64)): LabelledFile => ({
  name: 'some.csv',
  sha256,
  rows,
  unusableRows: 0,
})

const OWN = 'a'.repeat(64)
const trainedManifest = (kept: number): ModelManifest => {
  const { training, test } = trainTestSplit(kept, 0.33, 42)
  return {
    ...manifest,
    provenance: {
      ...manifest.provenance,
      recipe: 'seed-lstm',
      data: [{ name: 'train.csv', sha256: OWN, rows: kept }],
      split: {
        kind: 'random-rows',
        description: 'By row.',
        trainingRows: training.length,
        testRows: test.length,
        testShare: 0.33,
        randomState: 42,
        setAsideRows: 10,
      },
    },
  }
}

describe("a model's own training file", () => {
  const rows = variants(50)
  const irrelevant: LabelledRow = { id: '999', entity: 'Xbox', text: 'has nothing to do with it', label: 'IRRELEVANT' }
  const unkept: LabelledRow = { id: '998', entity: 'Xbox', text: 'oneword', label: 'POSITIVE' }
  const file = fileOf([irrelevant, ...rows, unkept], OWN)

  test('is evaluated on the rows that training held out, without those set aside', () => {
    const selection = selectRows(file, trainedManifest(rows.length), null)
    const { test: held, training } = trainTestSplit(rows.length, 0.33, 42)
    expect(selection.rows).toEqual([...held.subarray(0, held.length - 10)].map(number => rows[number]))
    const trained = new Set([...training].map(number => rows[number]?.text))
    expect(selection.rows.some(({ text }) => trained.has(text))).toBe(false)
    expect(new Set(selection.training?.map(({ text }) => text))).toEqual(trained)
  })

  test('is evaluated on the test buckets of the manifest if it was divided by tweet', () => {
    const { provenance } = trainedManifest(rows.length)
    const split = {
      kind: 'grouped-ids',
      description: 'By tweet.',
      trainingRows: 1,
      testRows: 1,
      test: [0, 1],
      development: [2],
    }
    const grouped = { ...manifest, provenance: { ...provenance, split } }
    const selection = selectRows(file, grouped, () => false)
    const { training, test: held } = groupedSplit(file.rows)
    expect(selection).toMatchObject({ split: 'GROUPED', isLeaky: false, leakReason: null, trainedOnRowCount: 0 })
    expect(selection.rows).toEqual(held.filter(({ label }) => label !== 'IRRELEVANT'))
    expect(selection.training).toEqual(training)
    const knowsAll = selectRows(file, grouped, () => true)
    expect(knowsAll).toMatchObject({ split: 'GROUPED', isLeaky: true, trainedOnRowCount: selection.rows.length })
  })

  test('is marked leaky, with the measured share of paraphrases', () => {
    const selection = selectRows(file, trainedManifest(rows.length), null)
    const { training } = trainTestSplit(rows.length, 0.33, 42)
    const ids = new Set([...training].map(number => rows[number]?.id))
    const seen = selection.rows.filter(({ id }) => ids.has(id ?? undefined)).length
    const share = ((100 * seen) / selection.rows.length).toFixed(1)
    expect(selection).toMatchObject({
      split: 'RANDOM_LEAKY',
      isLeaky: true,
      trainedOnRowCount: seen,
      excludedRowCount: 1,
    })
    expect(selection.leakReason).toContain(
      `${share} % of the test rows have a paraphrase of the same tweet in the training part`,
    )
  })

  test('is leaky as a whole if the manifest does not describe the held-out rows', () => {
    const { provenance } = trainedManifest(rows.length)
    const silent = { ...manifest, provenance: { ...provenance, split: null } }
    expect(selectRows(file, silent, null)).toMatchObject({
      split: 'EXTERNAL',
      isLeaky: true,
      leakReason: 'The model was trained on this file.',
      trainedOnRowCount: rows.length + 1,
    })
  })

  test('is refused if the numbers of the split do not match', () => {
    expect(() => heldOutRows(rows.slice(6), trainedManifest(rows.length))).toThrow(
      /now divides this file into 196 and 98 rows, but the model was trained with 201 and 99/,
    )
  })
})

describe('another file', () => {
  const rows = variants(50)
  const trainedOn = (...numbers: number[]) => {
    const texts = new Set(numbers.map(number => rows[number]?.text))
    return ({ text }: { text: string }) => texts.has(text)
  }

  test('is an external test if no tweet is known', () => {
    expect(selectRows(fileOf(rows), manifest, () => false)).toEqual({
      rows,
      training: null,
      split: 'EXTERNAL',
      isLeaky: false,
      leakReason: null,
      trainedOnRowCount: 0,
      excludedRowCount: 0,
      notices: [],
    })
  })

  test('is leaky if one row in a hundred is known', () => {
    const selection = selectRows(fileOf(rows), manifest, trainedOn(0, 1, 2))
    expect(selection).toMatchObject({ isLeaky: true, trainedOnRowCount: 3, split: 'EXTERNAL' })
    expect(selection.rows).toHaveLength(300)
    expect(selection.leakReason).toContain('1.0 % of the rows')
  })

  test('is evaluated without the known rows if they are fewer', () => {
    const selection = selectRows(fileOf(rows), manifest, trainedOn(0, 1))
    expect(selection).toMatchObject({ isLeaky: false, leakReason: null, trainedOnRowCount: 2 })
    expect(selection.rows).toEqual(rows.slice(2))
    expect(selection.notices).toEqual(['2 rows excluded: the model was trained on the same tweet.'])
  })

  test('has a notice if the model has no record of its training tweets', () => {
    expect(selectRows(fileOf(rows), manifest, null).notices).toEqual([
      'The model has no record of its training tweets, so a leak cannot be detected.',
    ])
  })

  test('is evaluated without labels that the model cannot predict, and without empty texts', () => {
    const strange: LabelledRow = { id: null, entity: null, text: 'off topic', label: 'IRRELEVANT' }
    const empty: LabelledRow = { id: null, entity: null, text: ' \n', label: 'POSITIVE' }
    const selection = selectRows(fileOf([strange, empty, ...rows]), manifest, () => false)
    expect(selection.rows).toEqual(rows)
    expect(selection.excludedRowCount).toBe(1)
    expect(selection.notices).toEqual([
      '1 row excluded: IRRELEVANT, which the model cannot predict.',
      '1 row excluded: empty text.',
    ])
  })

  test('is refused if no row is left', () => {
    const strange: LabelledRow = { id: null, entity: null, text: 'off topic', label: 'IRRELEVANT' }
    expect(() => selectRows(fileOf([strange]), manifest, () => false)).toThrow(
      'some.csv has no row to evaluate: none of its 1 labelled rows is left. The model predicts NEGATIVE, NEUTRAL, POSITIVE.',
    )
  })
})
