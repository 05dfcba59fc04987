import { expect, test } from 'vitest'
import type { Label } from '../../../../src/labels.ts'
import { trainLinearBaseline } from '../../../../src/ml/training/linear-baseline/linear-baseline.ts'

const LABELS: readonly Label[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE']
const WORDS = ['wonderful', 'notes', 'awful']
const mentions = (rows: number) =>
  Array.from({ length: rows }, (_, row) => ({
    text: `number ${row} is ${WORDS[row % 3]} for ${row % 7}`,
    entity: null,
    label: LABELS[row % 3] ?? 'NEUTRAL',
  }))

test('learns labels that one word determines, also in new texts', () => {
  const predict = trainLinearBaseline(mentions(60), LABELS)
  const unseen = mentions(300).slice(200)
  expect(predict?.(unseen)).toEqual(unseen.map(({ label }) => label))
})

test('learns that the meaning of a word depends on the entity', () => {
  const rows = (['Halo', 'Xbox'] as const).flatMap(entity =>
    Array.from({ length: 40 }, (_, row) => {
      const isSick = row % 2 === 0
      const label: Label = isSick === (entity === 'Halo') ? 'POSITIVE' : 'NEGATIVE'
      return { text: `${isSick ? 'sick' : 'calm'} day ${row % 5}`, entity, label }
    }),
  )
  const predict = trainLinearBaseline(rows, ['POSITIVE', 'NEGATIVE'])
  expect(
    predict?.([
      { text: 'sick', entity: 'halo' },
      { text: 'sick', entity: '@Xbox' },
    ]),
  ).toEqual(['POSITIVE', 'NEGATIVE'])
})

test('is deterministic, and predicts only the given labels', () => {
  const strange = { text: 'nothing to do with it', entity: null, label: 'IRRELEVANT' as const }
  const rows = [...mentions(30), strange, strange]
  const asked = [strange, { text: '', entity: null }, ...mentions(50)]
  const [one, other] = [trainLinearBaseline(rows, LABELS)?.(asked), trainLinearBaseline(rows, LABELS)?.(asked)]
  expect(one).toEqual(other)
  expect(LABELS).toEqual(expect.arrayContaining([...new Set(one)]))
})

test('does not exist without training rows', () => {
  expect(trainLinearBaseline([], LABELS)).toBeNull()
  expect(trainLinearBaseline([{ text: ' ', entity: null, label: 'POSITIVE' }], LABELS)).toBeNull()
})
