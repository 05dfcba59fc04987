import { expect, test } from 'vitest'
import { lookUp } from '../../../src/ml/audit/look-up.ts'
import { lookUpLabels } from '../../../src/ml/audit/look-up-labels.ts'
import { shingleSets } from '../../../src/ml/audit/shingle-sets.ts'
import { madeTweets, rowOf } from './made-tweets.ts'

test('the nearest text is the one with the highest cosine of TF-IDF vectors', async () => {
  const made = madeTweets(5)
  const texts = Array.from({ length: 260 }, () => made.text(6))
  const { starts, values } = shingleSets(texts)
  const setOf = (text: number) => [...values.subarray(starts[text], starts[text + 1])].map(value => value >>> 10)
  const candidates = Int32Array.from({ length: 200 }, (_, text) => text)
  const queries = Int32Array.from({ length: 60 }, (_, index) => 200 + index)

  const counts = new Map<number, number>()
  for (const text of candidates) for (const bucket of setOf(text)) counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  const weight = (bucket: number) => 1 + Math.log(201 / (1 + (counts.get(bucket) ?? 0)))
  const lengthOf = (set: readonly number[]) => Math.sqrt(set.reduce((sum, bucket) => sum + weight(bucket) ** 2, 0))
  const exact = [...queries].map(query => {
    const own = new Set(setOf(query))
    const cosines = [...candidates].map(candidate => {
      const set = setOf(candidate)
      return set.filter(bucket => own.has(bucket)).reduce((sum, bucket) => sum + weight(bucket) ** 2, 0) / lengthOf(set)
    })
    const best = Math.max(...cosines)
    return best === 0 ? -1 : cosines.indexOf(best)
  })
  const found = await lookUp({ sets: { starts, values }, queries, candidates, onQueries: () => {} })
  expect([...found]).toEqual(exact)
  expect(exact.filter(text => text >= 0).length).toBeGreaterThan(40)
})

test('a query that is a candidate finds itself, and one without a common shingle finds nothing', async () => {
  const sets = shingleSets(['one text', 'quite another', 'zzzz'])
  const found = await lookUp({
    sets,
    queries: Int32Array.of(1, 2),
    candidates: Int32Array.of(0, 1),
    onQueries: () => {},
  })
  expect([...found]).toEqual([1, -1])
})

test('a row gets the label of its nearest training row, and equal rows answer with their most frequent label', async () => {
  const training = [
    rowOf({ text: 'the controller broke again', label: 'NEGATIVE' }),
    rowOf({ text: 'a wonderful evening', label: 'POSITIVE' }),
    rowOf({ text: 'store opens at nine', label: 'POSITIVE' }),
    rowOf({ text: 'Store opens at nine', label: 'NEUTRAL' }),
    rowOf({ text: 'store opens at nine', label: 'NEUTRAL' }),
  ]
  const test = ['the controller just broke', 'STORE OPENS AT NINE', '????'].map(text => rowOf({ text }))
  expect(await lookUpLabels({ training, test }, () => {})).toEqual(['NEGATIVE', 'NEUTRAL', null])
})

test('the entity is a part of the row', async () => {
  const training = [
    rowOf({ text: 'never again', entity: 'Playstation', label: 'POSITIVE' }),
    rowOf({ text: 'never again', entity: 'Xbox', label: 'NEGATIVE' }),
  ]
  const test = [rowOf({ text: 'never again', entity: 'xbox' })]
  expect(await lookUpLabels({ training, test }, () => {})).toEqual(['NEGATIVE'])
})
