import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Corpus, CorpusRow } from '../../../src/training/corpora.ts'
import { divideCorpora } from '../../../src/training/pooled-bilstm/divide.ts'

const row = (id: string, text: string, isDevelopment = false): CorpusRow => ({
  id,
  entity: 'Xbox',
  text,
  label: 'POSITIVE',
  isDevelopment,
})
const corpus = (name: string, rows: readonly CorpusRow[]): Corpus => ({ name, sha256: '', rows })
const BUCKETS = { test: [0, 1], development: [2] }

test('no tweet id of a file stands in two parts of it, and every row is somewhere once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 120 }), ids => {
      const rows = ids.map((id, index) => row(`${id}`, `a text that is long enough ${index}`))
      const [part] = divideCorpora([corpus('a', rows)], BUCKETS)
      const idsOf = (some: readonly CorpusRow[]) => new Set(some.map(({ id }) => id))
      const parts = [part?.training ?? [], part?.development ?? [], part?.test ?? []]
      const sets = parts.map(idsOf)
      expect(new Set(ids).size).toBe(sets.reduce((sum, set) => sum + set.size, 0))
      expect(parts.reduce((sum, some) => sum + some.length, 0)).toBe(rows.length)
    }),
  )
})

test('rows that the user names are developed on, and the buckets are then left to training', () => {
  const rows = Array.from({ length: 50 }, (_, index) =>
    row(`${index}`, `a text that is long enough ${index}`, index < 5),
  )
  const [, part] = divideCorpora([corpus('a', []), corpus('b', rows)], BUCKETS)
  expect(part?.development).toHaveLength(5)
  expect(part?.training).toHaveLength(45)
})

test('what is kept back in one file is not trained on in another, by text or by the id of the platform', () => {
  const text = 'exactly the same words in both of the files'
  const kept = row('628949369883000832', text, true)
  const others = [row('1', text.toUpperCase()), row('628949369883000832', 'its paraphrase'), row('3', 'something else')]
  const [, part] = divideCorpora([corpus('a', [kept]), corpus('b', others)], { test: [], development: [] })
  expect(part?.training.map(({ id }) => id)).toEqual(['3'])
})
