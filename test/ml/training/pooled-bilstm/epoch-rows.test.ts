import { describe, expect, test } from 'vitest'
import { Mt19937 } from '../../../../src/ml/training/mt19937.ts'
import {
  drawEpoch,
  drawMasks,
  type EpochSource,
  groupVariants,
  type Teacher,
} from '../../../../src/ml/training/pooled-bilstm/epoch-rows.ts'
import type { Example } from '../../../../src/ml/training/pooled-bilstm/examples.ts'
import { POOLS } from '../../../../src/ml/training/pooled-bilstm/shape.ts'
import { pulso } from '../../../../src/ml/training/recipes/pulso.ts'
import { TINY } from './tiny-network.ts'

/** No dropout, so that every row is identified by its first word. */
const QUIET = {
  ...pulso,
  batchSize: 8,
  variants: 2,
  smallCorpusPasses: 3,
  dropout: { words: 0, channels: 0, pooled: 0 },
  entity: { placeholder: 0, forgotten: 0 },
  unreadableShare: 0,
  unreadableFrom: 0.4,
}
const LABELS_ALONE: Teacher = () => null

const example = (word: number, { length = 3, ...more }: Partial<Example> & { length?: number } = {}): Example => ({
  corpus: 0,
  row: { id: `${word}`, entity: 'Acme', text: `text ${word}`, label: 'POSITIVE', isDevelopment: false },
  tokenIds: new Int32Array(length).fill(word),
  marks: Uint8Array.from({ length }, (_, token) => (token === 0 ? 1 : 2)),
  kind: 1,
  entity: 4,
  sentiment: 2,
  ...more,
})

const sourceOf = (...groups: Example[][][]): EpochSource => ({
  groups,
  foreign: [Int32Array.of(900, 901), Int32Array.of(902)],
  placeholder: 999,
  heads: groups.length + 1,
})

const singles = (count: number, from = 1) => Array.from({ length: count }, (_, index) => [example(from + index)])
const draw = (source: EpochSource, changed: Partial<typeof QUIET> = {}, seed = 1, teacher = LABELS_ALONE) =>
  drawEpoch(source, { ...QUIET, ...changed }, teacher, new Mt19937(seed))
const wordsOf = (batches: ReturnType<typeof draw>) => batches.flat().map(({ tokenIds }) => tokenIds[0] as number)
const ascending = (words: readonly number[]) => words.toSorted((a, b) => a - b)

describe('the rows of an epoch', () => {
  test('are the same for the same seed, and in another order for another', () => {
    const source = sourceOf(singles(40))
    expect(draw(source, pulso)).toEqual(draw(source, pulso))
    const [one, other] = [wordsOf(draw(source)), wordsOf(draw(source, {}, 2))]
    expect(one).not.toEqual(other)
    expect(ascending(one)).toEqual(ascending(other))
  })

  test('take as many variants of each tweet as the recipe says, no variant twice, others in another epoch', () => {
    const source = sourceOf([[1, 2, 3, 4, 5].map(word => example(word)), [example(6)]])
    const random = new Mt19937(3)
    const seen = new Set<number>()
    for (let epoch = 0; epoch < 20; epoch++) {
      const words = wordsOf(drawEpoch(source, QUIET, LABELS_ALONE, random))
      expect(words).toHaveLength(3)
      expect(new Set(words).size).toBe(3)
      expect(words).toContain(6)
      for (const word of words) seen.add(word)
    }
    expect(ascending([...seen])).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('pass over a small corpus more than once', () => {
    const counts = (small: number) => {
      const words = wordsOf(draw(sourceOf(singles(20), singles(small, 500))))
      return words.filter(word => word >= 500).length / small
    }
    expect(counts(5)).toBe(3)
    expect(counts(6)).toBe(1)
  })

  test('skip examples without tokens', () => {
    expect(wordsOf(draw(sourceOf([[example(1, { length: 0 })], [example(2)]])))).toEqual([2])
  })

  test('are in batches of similar length, none larger than the recipe says', () => {
    const groups = Array.from({ length: 100 }, (_, index) => [example(index + 1, { length: 1 + ((index * 7) % 30) })])
    const batches = draw(sourceOf(groups))
    expect(batches.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([4, ...new Array(12).fill(8)])
    const spans = batches.map(rows => {
      const lengths = rows.map(({ tokenIds }) => tokenIds.length)
      return Math.max(...lengths) - Math.min(...lengths)
    })
    // 100 rows of 30 lengths: eight adjacent rows span three or four of them.
    expect(Math.max(...spans)).toBeLessThanOrEqual(4)
    const firsts = batches.map(([first]) => first?.tokenIds.length ?? 0)
    expect(firsts).not.toEqual(ascending(firsts))
  })
})

describe('a row', () => {
  test('have the smoothed label as target at the head of the corpus and at the common head', () => {
    const [row] = draw(sourceOf(singles(1)), { labelSmoothing: 0.3 }).flat()
    expect(row?.targets.map(({ head }) => head)).toEqual([0, 1])
    for (const target of row?.targets ?? []) {
      expect(target).toMatchObject({ relevance: 1, sentimentWeight: 1, relevanceWeight: 0.5 })
      for (const [label, wanted] of [0.1, 0.1, 0.8].entries()) expect(target.sentiment[label]).toBeCloseTo(wanted, 12)
    }
  })

  test('of an irrelevant tweet have no sentiment target, without an entity no relevance target', () => {
    const irrelevant = example(1, { sentiment: -1 })
    const message = example(2, { kind: 0, entity: -1 })
    const rows = draw(sourceOf([[irrelevant], [message]])).flat()
    const targetOf = (word: number) => rows.find(({ tokenIds }) => tokenIds[0] === word)?.targets[0]
    expect(targetOf(1)).toMatchObject({ relevance: 0, sentimentWeight: 0, relevanceWeight: 0.5 })
    expect(targetOf(2)).toMatchObject({ sentimentWeight: 1, relevanceWeight: 0 })
  })

  test('use a teacher’s targets instead of the label', () => {
    const taught = [
      { head: 1, sentiment: [0.2, 0.3, 0.5], relevance: 0.4, sentimentWeight: 1, relevanceWeight: 1 },
    ] as const
    const [row] = draw(sourceOf(singles(1)), {}, 1, () => taught).flat()
    expect(row?.targets).toEqual(taught)
  })

  test('show the entity as the placeholder, and only at its name', () => {
    const rows = draw(sourceOf(singles(400)), { entity: { placeholder: 0.5, forgotten: 0 } }).flat()
    const named = rows.filter(({ tokenIds }) => tokenIds[0] !== 999)
    expect(Math.abs(named.length / rows.length - 0.5)).toBeLessThan(0.08)
    expect(rows.every(({ tokenIds }) => tokenIds.indexOf(999, 1) === -1)).toBe(true)
    const missing = draw(sourceOf([[example(1, { kind: 2 })]]), { entity: { placeholder: 1, forgotten: 0 } })
    expect(wordsOf(missing)).toEqual([1])
  })

  test('may forget the entity, and then have no target for irrelevance to it', () => {
    const source = sourceOf([[example(1)], [example(2, { sentiment: -1 })]])
    const rows = draw(source, { entity: { placeholder: 0, forgotten: 1 } }).flat()
    expect(rows.map(({ entity }) => entity)).toEqual([-1, -1])
    const weightOf = (word: number) =>
      rows.find(({ tokenIds }) => tokenIds[0] === word)?.targets.map(({ relevanceWeight }) => relevanceWeight)
    expect(weightOf(1)).toEqual([0.5, 0.5])
    expect(weightOf(2)).toEqual([0, 0])
  })

  test('lose words at the rate of the recipe, without changes to the example', () => {
    const groups = singles(200)
    const rows = draw(sourceOf(groups), { dropout: { words: 0.25, channels: 0, pooled: 0 } }).flat()
    const words = rows.flatMap(({ tokenIds }) => [...tokenIds])
    expect(Math.abs(words.filter(word => word === 0).length / words.length - 0.25)).toBeLessThan(0.06)
    expect(groups.flat().every(({ tokenIds }) => !tokenIds.includes(0))).toBe(true)
  })
})

test('unreadable rows are added as a share of the others: foreign or unknown words, undecided at every head', () => {
  const rows = draw(sourceOf(singles(100), singles(100, 200)), { unreadableShare: 0.25 }).flat()
  expect(rows).toHaveLength(250)
  const made = rows.filter(({ targets }) => targets.length === 3)
  expect(made).toHaveLength(50)
  const words = made.flatMap(({ tokenIds }) => [...tokenIds])
  for (const foreign of [900, 901, 902]) expect(words).toContain(foreign)
  expect(words.filter(word => word === 0).length).toBeGreaterThan(words.length / 4)
  for (const { targets, kind, entity, tokenIds, marks } of made) {
    expect(entity).toBe(-1)
    expect(marks).toHaveLength(tokenIds.length)
    expect(marks.reduce((sum, mark) => sum + mark, 0)).toBe(kind === 1 ? 1 : 0)
    expect(targets.map(({ head }) => head)).toEqual([0, 1, 2])
    for (const target of targets) {
      expect(target).toMatchObject({ sentiment: [1 / 3, 1 / 3, 1 / 3], relevance: 0, sentimentWeight: 1 / 3 })
      expect(target.relevanceWeight).toBe(kind === 0 ? 0 : 1 / 3)
    }
  }
  expect(new Set(made.map(({ kind }) => kind)).size).toBe(3)
})

test('rows of one tweet about one entity are its variants', () => {
  const of = (word: number, id: string | null, entity: string | null) => ({
    ...example(word),
    row: { ...example(word).row, id, entity, text: id === null ? 'the same' : `text ${word}` },
  })
  const groups = groupVariants([
    of(1, 'a', 'Acme'),
    of(2, 'b', 'Acme'),
    of(3, 'a', 'Acme'),
    of(4, 'a', 'Globex'),
    of(5, 'a', null),
    of(6, null, null),
    of(7, null, null),
  ])
  expect(groups.map(group => group.map(({ tokenIds }) => tokenIds[0]))).toEqual([[1, 3], [2], [4], [5], [6, 7]])
})

test('masks drop at their rates and keep the mean', () => {
  const masks = drawMasks(500, TINY, { words: 0, channels: 0.2, pooled: 0.5 }, new Mt19937(8))
  expect(masks.words).toHaveLength(500 * (TINY.wordSize + TINY.lexiconSize))
  expect(masks.pooled).toHaveLength(500 * POOLS * TINY.hiddenSize)
  expect(new Set(masks.words)).toEqual(new Set([0, 1.25]))
  expect(new Set(masks.pooled)).toEqual(new Set([0, 2]))
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(Math.abs(mean(masks.words) - 1)).toBeLessThan(0.03)
  expect(Math.abs(mean(masks.pooled) - 1)).toBeLessThan(0.05)
  const none = drawMasks(2, TINY, { words: 0, channels: 0, pooled: 0 }, new Mt19937(8))
  expect(new Set([...none.words, ...none.pooled])).toEqual(new Set([1]))
})
