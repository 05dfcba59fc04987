import { expect, test } from 'vitest'
import { measureAccuracies } from '../../../src/ml/audit/accuracies.ts'
import { estimateAccuracy } from '../../../src/ml/evaluation/estimate-accuracy.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { rowOf } from './made-tweets.ts'

const ROWS = Array.from({ length: 90 }, (_, index) =>
  rowOf({ id: String(index % 40), text: `text ${index}`, label: index % 3 === 0 ? 'POSITIVE' : 'NEUTRAL' }),
)
const isLeak = (row: (typeof ROWS)[number]) => Number(row.id) < 15

test('each figure equals the accuracy of its predictor alone, on its rows', () => {
  const guesses = ROWS.map((_, index) => (index % 5 === 0 ? 'POSITIVE' : 'NEUTRAL') as 'POSITIVE' | 'NEUTRAL')
  const partial = guesses.map((guess, index) => (index % 4 === 0 ? null : guess))
  const measured = measureAccuracies(ROWS, isLeak, [
    { predictor: 'guess', labels: guesses },
    { predictor: 'partial', labels: partial },
  ])
  const alone = (labels: readonly (string | null)[], isWanted: (row: (typeof ROWS)[number]) => boolean) =>
    estimateAccuracy(
      ROWS.flatMap((row, index) =>
        isWanted(row) && labels[index] != null ? [{ tweet: row.id ?? '', isRight: labels[index] === row.label }] : [],
      ),
      { resamples: 1000, level: 0.95, random: seededRandom(1) },
    )
  expect(measured[0]).toEqual({
    predictor: 'guess',
    all: alone(guesses, () => true),
    leaking: alone(guesses, isLeak),
    others: alone(guesses, row => !isLeak(row)),
  })
  expect(measured[1]).toMatchObject({
    predictor: 'partial',
    all: { value: alone(partial, () => true).value, sampleSize: partial.filter(label => label !== null).length },
  })
})

test('no row is no evidence', () => {
  const [measured] = measureAccuracies(ROWS, () => false, [{ predictor: 'none', labels: ROWS.map(() => null) }])
  const nothing = { value: null, low: null, high: null, sampleSize: 0 }
  expect(measured).toEqual({ predictor: 'none', all: nothing, leaking: nothing, others: nothing })
})
