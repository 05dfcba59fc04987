import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measure } from '../../../src/ml/evaluation/measure.ts'
import { perEntity } from '../../../src/ml/evaluation/per-entity.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { scoredRow, someRows, THREE } from './scored-rows.ts'

const bootstrap = () => ({ resamples: 100, level: 0.95, random: seededRandom(1) })

test('spellings of one name are one entity in its first spelling; the most frequent entity comes first', () => {
  const rows = [
    scoredRow('POSITIVE', [0.8, 0.1, 0.1], 'a', 'Halo'),
    scoredRow('POSITIVE', [0.8, 0.1, 0.1], 'b', '#XBox '),
    scoredRow('POSITIVE', [0.1, 0.1, 0.8], 'b', 'xbox'),
    scoredRow('POSITIVE', [0.1, 0.1, 0.8], 'c', null),
    scoredRow('POSITIVE', [0.1, 0.1, 0.8], 'd', '!!!'),
  ]
  expect(perEntity(rows, THREE, bootstrap)).toMatchObject([
    { name: '#XBox', rowCount: 2, tweetCount: 1, accuracy: { value: 0.5, low: null, sampleSize: 2 } },
    { name: 'Halo', rowCount: 1, tweetCount: 1, accuracy: { value: 1, sampleSize: 1 }, macroF1: { value: 1 } },
  ])
})

test('an entity has the figures of its own rows', () => {
  fc.assert(
    fc.property(someRows, someRows, (ours, theirs) => {
      const named = (rows: typeof ours, entity: string) => rows.map(row => ({ ...row, entity }))
      const found = perEntity([...named(ours, 'Ours'), ...named(theirs, 'Theirs')], THREE, bootstrap)
      const { tweetCount, accuracy, macroF1 } = measure(ours, THREE, bootstrap())
      expect(found).toContainEqual({ name: 'Ours', rowCount: ours.length, tweetCount, accuracy, macroF1 })
      expect(found.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(ours.length + theirs.length)
    }),
    { numRuns: 20 },
  )
})

test('only the 200 most frequent entities are listed', () => {
  const rows = Array.from({ length: 500 }, (_, row) =>
    scoredRow('POSITIVE', [1, 0, 0], `t${row}`, `brand ${row % 250}`),
  )
  rows.push(scoredRow('POSITIVE', [1, 0, 0], 'last', 'brand 249'))
  const found = perEntity(rows, THREE, bootstrap)
  expect(found).toHaveLength(200)
  expect(found[0]?.name).toBe('brand 249')
})
