import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Corpus, CorpusRow } from '../../../../src/ml/training/corpora.ts'
import { divideCorpora } from '../../../../src/ml/training/pooled-bilstm/divide.ts'

const row = (id: string, text: string, isDevelopment = false): CorpusRow => ({
  id,
  entity: 'Xbox',
  text,
  label: 'POSITIVE',
  isDevelopment,
})
const corpus = (name: string, rows: readonly CorpusRow[]): Corpus => ({ name, sha256: '', rows })
const BUCKETS = { test: [0, 1], development: [2] }

test('no tweet id of a file is in two parts of it, and every row is in exactly one', () => {
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

test('rows that the user chooses are development rows, and the buckets are then left to training', () => {
  const rows = Array.from({ length: 50 }, (_, index) =>
    row(`${index}`, `a text that is long enough ${index}`, index < 5),
  )
  const [, part] = divideCorpora([corpus('a', []), corpus('b', rows)], BUCKETS)
  expect(part?.development).toHaveLength(5)
  expect(part?.training).toHaveLength(45)
})

test('a variant of a development tweet is not trained on, with any entity', () => {
  const named = { ...row('7', 'a text that is kept back and long', true), entity: null }
  const variant = { ...row('7', 'another writing of it that is long'), entity: null }
  const elsewhere = row('7', 'another tweet of another file, long')
  const [a, b] = divideCorpora([corpus('a', [elsewhere]), corpus('b', [named, variant, { ...variant, id: null }])], {
    test: [],
    development: [],
  })
  expect(b?.training.map(({ id }) => id)).toEqual([null])
  expect(a?.training).toEqual([elsewhere])
})

test('a tweet held out in one file is not trained on in another, by text or by the id of the platform', () => {
  const text = 'exactly the same words in both of the files'
  const kept = row('628949369883000832', text, true)
  const others = [row('1', text.toUpperCase()), row('628949369883000832', 'its paraphrase'), row('3', 'something else')]
  const [, part] = divideCorpora([corpus('a', [kept]), corpus('b', others)], { test: [], development: [] })
  expect(part?.training.map(({ id }) => id)).toEqual(['3'])
})

test('no text and no long id of a training row is among the held-out rows of any file', () => {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const rowOf = fc
    .record({
      id: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      isLong: fc.boolean(),
      entity: fc.constantFrom('Xbox', 'Sony', null),
      text: fc.integer({ min: 0, max: 30 }),
      isShouted: fc.boolean(),
      isDevelopment: fc.boolean(),
    })
    .map(({ id, isLong, text, isShouted, ...rest }): CorpusRow => {
      const words = `a text that is long enough, number ${text}`
      return {
        id: id === null ? null : `${isLong ? '62894936988300' : ''}${id}`,
        text: isShouted ? `${words.toUpperCase()}!!` : words,
        label: 'NEUTRAL',
        ...rest,
      }
    })
  const rowsOf = fc.array(rowOf, { maxLength: 40 })
  fc.assert(
    fc.property(rowsOf, rowsOf, fc.boolean(), (first, second, isNamed) => {
      const named = second.map(one => ({ ...one, isDevelopment: isNamed && one.isDevelopment }))
      const unnamed = first.map(one => ({ ...one, isDevelopment: false }))
      const divided = divideCorpora([corpus('a', unnamed), corpus('b', named)], BUCKETS)
      const kept = divided.flatMap(part => [...part.development, ...part.test])
      const texts = new Set(kept.map(({ text }) => letters(text)))
      const ids = new Set(kept.map(({ id }) => id).filter(id => id !== null && id.length > 12))
      for (const { training } of divided) {
        expect(training.some(({ text }) => texts.has(letters(text)))).toBe(false)
        expect(training.some(({ id }) => ids.has(id))).toBe(false)
      }
      expect(divided[1]?.test).toEqual([])
    }),
  )
})

test('a first corpus that is leaky on purpose keeps the variants of its development rows; the others still drop them', () => {
  const long = '123456789012345'
  const own = [
    row(long, 'one variant of a long enough text', true),
    row(long, 'the other variant of a long enough text'),
  ]
  const [first, second] = divideCorpora(
    [corpus('a', own), corpus('b', [row(long, 'another text that is long enough')])],
    {
      test: [],
      development: [],
      isLeaky: true,
    },
  )
  expect(first?.training).toHaveLength(1)
  expect(second?.training).toHaveLength(0)
})
