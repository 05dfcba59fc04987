import { expect, test } from 'vitest'
import { entityPairs } from '../../../src/ml/evaluation/entity-pairs.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { scoredRow } from './scored-rows.ts'

const bootstrap = () => ({ resamples: 200, level: 0.95, random: seededRandom(1) })

const [GLAD, SAD] = [
  [0.9, 0.05, 0.05],
  [0.05, 0.05, 0.9],
]

test('only rows of one tweet about different entities with different labels are a pair', () => {
  const rows = [
    scoredRow('POSITIVE', GLAD, 'same label', 'Acme'),
    scoredRow('POSITIVE', GLAD, 'same label', 'Globex'),
    scoredRow('POSITIVE', GLAD, 'same entity', 'Acme'),
    scoredRow('NEGATIVE', SAD, 'same entity', 'Acme'),
    scoredRow('POSITIVE', GLAD, 'no entity'),
    scoredRow('NEGATIVE', SAD, 'no entity'),
    scoredRow('POSITIVE', GLAD, 'one tweet', 'Acme'),
    scoredRow('NEGATIVE', SAD, 'another', 'Globex'),
  ]
  expect(entityPairs(rows, bootstrap())).toBeNull()
})

test('a model that ignores the entity gives both the same label', () => {
  const rows = ['a', 'b'].flatMap(tweet => [
    scoredRow('POSITIVE', GLAD, tweet, 'Acme'),
    scoredRow('NEGATIVE', GLAD, tweet, 'Globex'),
  ])
  expect(entityPairs(rows, bootstrap())).toEqual({
    bothRight: { value: 0, low: 0, high: 0, sampleSize: 2 },
    sameLabel: { value: 1, low: 1, high: 1, sampleSize: 2 },
    confidentlyWrong: { value: 1, low: 1, high: 1, sampleSize: 2 },
  })
})

test('pairs with both labels right, swapped labels, and uncertain mistakes are told apart', () => {
  const unsure = [0.4, 0.3, 0.3]
  const rows = [
    scoredRow('POSITIVE', GLAD, 'right', 'Acme'),
    scoredRow('NEGATIVE', SAD, 'right', 'Globex'),
    scoredRow('POSITIVE', SAD, 'swapped', 'Acme'),
    scoredRow('NEGATIVE', GLAD, 'swapped', 'Globex'),
    scoredRow('POSITIVE', unsure, 'unsure', 'Acme'),
    scoredRow('NEGATIVE', unsure, 'unsure', 'Globex'),
    // Three entities make three pairs, two of them with different labels.
    scoredRow('POSITIVE', GLAD, 'three', 'Acme'),
    scoredRow('POSITIVE', GLAD, 'three', 'Globex'),
    scoredRow('NEGATIVE', SAD, 'three', 'Initech'),
  ]
  const pairs = entityPairs(rows, bootstrap())
  expect(pairs?.bothRight).toMatchObject({ value: 3 / 5, sampleSize: 5 })
  expect(pairs?.sameLabel.value).toBe(1 / 5)
  expect(pairs?.confidentlyWrong.value).toBe(1 / 5)
})
