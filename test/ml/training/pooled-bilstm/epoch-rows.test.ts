import { describe, expect, test } from 'vitest'
import { ENGLISH_ROWS } from '../../../../src/ml/training/constructions/english.ts'
import { Mt19937 } from '../../../../src/ml/training/mt19937.ts'
import {
  type CorpusExamples,
  drawEpoch,
  drawMasks,
  type EpochSource,
  groupVariants,
} from '../../../../src/ml/training/pooled-bilstm/epoch-rows.ts'
import type { Example } from '../../../../src/ml/training/pooled-bilstm/examples.ts'
import { POOLS } from '../../../../src/ml/training/pooled-bilstm/shape.ts'
import { pulso } from '../../../../src/ml/training/recipes/pulso.ts'
import { prepareConstructions } from '../../../../src/ml/training/rows/prepare-constructions.ts'
import { TINY } from './tiny-network.ts'

const NO_ROWS = {
  joined: 0,
  twoEntities: 0,
  negation: 0,
  quotes: 0,
  identity: 0,
  ordinaryWords: 0,
  emoji: 0,
  absent: 0,
  unreadable: 0,
  namedMessages: 0,
  emojiNoise: 0,
}

/** No noise and no made rows, so that every row is identified by its first word. */
const QUIET = {
  ...pulso,
  batchSize: 8,
  variants: 2,
  dropout: { words: 0, channels: 0, pooled: 0 },
  anonymised: 0,
  rows: NO_ROWS,
}

const PLACEHOLDER = 999
const [SAD, PLAIN, GLAD] = [701, 702, 703]

const example = (word: number, { length = 3, ...more }: Partial<Example> & { length?: number } = {}): Example => ({
  row: { id: `${word}`, entity: 'Acme', text: `text ${word}`, label: 'POSITIVE', isDevelopment: false },
  tokenIds: new Int32Array(length).fill(word),
  marks: Uint8Array.from({ length }, (_, token) => (token === 0 ? 1 : 2)),
  kind: 1,
  sentiment: 2,
  ...more,
})

const corpusOf = (groups: Example[][], more: Partial<CorpusExamples> = {}): CorpusExamples => ({
  groups,
  passes: 1,
  shares: [0.2, 0.3, 0.5],
  ...more,
})

/** Reads a text as one token for each word; words of the entity are marked. */
const encode: EpochSource['encode'] = ({ text, entity }) => {
  const words = text.split(' ')
  return {
    tokenIds: Int32Array.from(words, word => 800 + word.length),
    marks: Uint8Array.from(words, word => Number(entity !== null && word.includes(entity))),
    context: 0,
    isTruncated: false,
    unknownTokenShare: 0,
    isAbsent: false,
  }
}

const sourceOf = (...corpora: CorpusExamples[]): EpochSource => ({
  corpora,
  joinable: [[], [], []],
  ordinary: [],
  material: {
    constructions: prepareConstructions(ENGLISH_ROWS),
    names: ['Globex', 'Initech'],
    adjectives: { positive: ['great'], negative: ['awful'] },
  },
  encode,
  foreign: [Int32Array.of(900, 901), Int32Array.of(902)],
  placeholder: PLACEHOLDER,
  emoji: [[SAD], [PLAIN], [GLAD]],
  isPolar: new Uint8Array(1000),
})

const singles = (count: number, from = 1) => Array.from({ length: count }, (_, index) => [example(from + index)])
const draw = (source: EpochSource, changed: Partial<typeof QUIET> = {}, seed = 1) =>
  drawEpoch(source, { ...QUIET, ...changed }, new Mt19937(seed))
const wordsOf = (batches: ReturnType<typeof draw>) => batches.flat().map(({ tokenIds }) => tokenIds[0] as number)
const ascending = (words: readonly number[]) => words.toSorted((a, b) => a - b)
const withRows = (rows: Partial<typeof NO_ROWS>) => ({ rows: { ...NO_ROWS, ...rows } })

describe('the rows of an epoch', () => {
  test('are the same for the same seed, and in another order for another', () => {
    const source = sourceOf(corpusOf(singles(40)))
    expect(draw(source, pulso)).toEqual(draw(source, pulso))
    const [one, other] = [wordsOf(draw(source)), wordsOf(draw(source, {}, 2))]
    expect(one).not.toEqual(other)
    expect(ascending(one)).toEqual(ascending(other))
  })

  test('take as many variants of each tweet as the recipe says, no variant twice, others in another epoch', () => {
    const source = sourceOf(corpusOf([[1, 2, 3, 4, 5].map(word => example(word)), [example(6)]]))
    const random = new Mt19937(3)
    const seen = new Set<number>()
    for (let epoch = 0; epoch < 20; epoch++) {
      const words = wordsOf(drawEpoch(source, QUIET, random))
      expect(words).toHaveLength(3)
      expect(new Set(words).size).toBe(3)
      expect(words).toContain(6)
      for (const word of words) seen.add(word)
    }
    expect(ascending([...seen])).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('pass over a corpus as often as it says', () => {
    const words = wordsOf(draw(sourceOf(corpusOf(singles(20)), corpusOf(singles(5, 500), { passes: 3 }))))
    expect(words.filter(word => word >= 500)).toHaveLength(15)
    expect(words).toHaveLength(35)
  })

  test('skip examples without tokens', () => {
    expect(wordsOf(draw(sourceOf(corpusOf([[example(1, { length: 0 })], [example(2)]]))))).toEqual([2])
  })

  test('are in batches of similar length, none larger than the recipe says', () => {
    const groups = Array.from({ length: 100 }, (_, index) => [example(index + 1, { length: 1 + ((index * 7) % 30) })])
    const batches = draw(sourceOf(corpusOf(groups)))
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
  test('has its smoothed label as target, and part of the label shares of its corpus as offsets', () => {
    const [row] = draw(sourceOf(corpusOf(singles(1))), { labelSmoothing: 0.3, priorStrength: 0.5 }).flat()
    expect(row?.target).toMatchObject({ relevance: 1, sentimentWeight: 1, relevanceWeight: 0.5 })
    for (const [label, wanted] of [0.1, 0.1, 0.8].entries()) {
      expect(row?.target.sentiment[label]).toBeCloseTo(wanted, 12)
    }
    for (const [label, share] of [0.2, 0.3, 0.5].entries()) {
      expect(row?.target.offsets[label]).toBeCloseTo(0.5 * Math.log(share), 12)
    }
  })

  test('of an irrelevant tweet has no sentiment target, without an entity no relevance target', () => {
    const irrelevant = example(1, { sentiment: -1 })
    const message = example(2, { kind: 0 })
    const rows = draw(sourceOf(corpusOf([[irrelevant], [message]]))).flat()
    const targetOf = (word: number) => rows.find(({ tokenIds }) => tokenIds[0] === word)?.target
    expect(targetOf(1)).toMatchObject({ relevance: 0, sentimentWeight: 0, relevanceWeight: 0.5 })
    expect(targetOf(2)).toMatchObject({ sentimentWeight: 1, relevanceWeight: 0 })
  })

  test('shows the entity as the placeholder, and only at its name', () => {
    const rows = draw(sourceOf(corpusOf(singles(400))), { anonymised: 0.5 }).flat()
    const named = rows.filter(({ tokenIds }) => tokenIds[0] !== PLACEHOLDER)
    expect(Math.abs(named.length / rows.length - 0.5)).toBeLessThan(0.08)
    expect(rows.every(({ tokenIds }) => tokenIds.indexOf(PLACEHOLDER, 1) === -1)).toBe(true)
    expect(wordsOf(draw(sourceOf(corpusOf([[example(1, { kind: 2 })]])), { anonymised: 1 }))).toEqual([1])
  })

  test('about a nameless entity has no target for irrelevance to it', () => {
    const source = sourceOf(corpusOf([[example(1)], [example(2, { sentiment: -1 })]]))
    const rows = draw(source, { anonymised: 1 }).flat()
    const weightOf = (word: number) => rows.find(({ tokenIds }) => tokenIds[1] === word)?.target.relevanceWeight
    expect(weightOf(1)).toBe(0.5)
    expect(weightOf(2)).toBe(0)
  })

  test('loses words at the rate of the recipe, without changes to the example', () => {
    const groups = singles(200)
    const rows = draw(sourceOf(corpusOf(groups)), { dropout: { words: 0.25, channels: 0, pooled: 0 } }).flat()
    const words = rows.flatMap(({ tokenIds }) => [...tokenIds])
    expect(Math.abs(words.filter(word => word === 0).length / words.length - 0.25)).toBeLessThan(0.06)
    expect(groups.flat().every(({ tokenIds }) => !tokenIds.includes(0))).toBe(true)
  })

  test('with an opinion may get emoji of its label behind it, and then often loses its polar words', () => {
    const groups = Array.from({ length: 300 }, (_, index) => [example(1 + index, { sentiment: index % 3 })])
    const source = { ...sourceOf(corpusOf(groups)), isPolar: new Uint8Array(1000).fill(1) }
    const rows = draw(source, withRows({ emojiNoise: 1 })).flat()
    for (const { tokenIds, marks, target } of rows) {
      const label = target.sentiment.indexOf(Math.max(...target.sentiment))
      const behind = [...tokenIds.slice(3)]
      expect(marks).toHaveLength(tokenIds.length)
      if (label === 1) expect(behind).toEqual([])
      else expect(behind.every(id => id === (label === 0 ? SAD : GLAD))).toBe(true)
      if (label !== 1) expect(behind.length).toBeGreaterThan(0)
    }
    const polar = rows.filter(({ tokenIds }) => tokenIds.length > 3)
    const muted = polar.filter(({ tokenIds }) => tokenIds[1] === 0)
    expect(Math.abs(muted.length / polar.length - 0.6)).toBeLessThan(0.12)
    // The entity is never muted.
    expect(polar.every(({ tokenIds }) => tokenIds[0] !== 0)).toBe(true)
  })

  test('of a message is also asked for a run of capitals, mentions or hashtags in it, which is not its first word', () => {
    const message = example(1, { length: 6, kind: 0, marks: Uint8Array.of(8, 0, 8, 10, 0, 8) })
    const groups = Array.from({ length: 200 }, () => [message])
    const rows = draw(sourceOf(corpusOf(groups)), withRows({ namedMessages: 1 })).flat()
    const asked = new Set(rows.map(({ kind, marks }) => `${kind} ${[...marks].join(' ')}`))
    expect(asked).toEqual(new Set(['0 8 0 8 10 0 8', '1 8 0 9 11 0 8', '1 8 0 8 10 0 9']))
    expect(message.marks).toEqual(Uint8Array.of(8, 0, 8, 10, 0, 8))
    const plain = example(2, { kind: 0, marks: Uint8Array.of(8, 0, 0) })
    expect(
      draw(sourceOf(corpusOf([[plain]])), withRows({ namedMessages: 1 }))
        .flat()
        .map(({ kind }) => kind),
    ).toEqual([0])
  })
})

describe('made rows', () => {
  test('are added as shares of the natural ones, each kind by its share', () => {
    const source = sourceOf(corpusOf(singles(200)))
    for (const kind of ['twoEntities', 'negation', 'quotes', 'identity', 'emoji'] as const) {
      const made = draw(source, withRows({ [kind]: 0.5 })).flat().length - 200
      expect(made, kind).toBeGreaterThanOrEqual(100)
      expect(made, kind).toBeLessThanOrEqual(101)
    }
  })

  test('of two joined tweets are asked for each entity, and never if a name occurs in both', () => {
    const tweetOf = (word: number, entity: string, text: string, sentiment: number) => {
      const row = { id: `${word}`, entity, text, label: 'NEUTRAL' as const, isDevelopment: false }
      return { ...example(word, { sentiment }), row, ...encode({ text, entity }) }
    }
    const acme = tweetOf(1, 'Acme', 'Acme is awful now', 0)
    const globex = tweetOf(2, 'Globex', 'so glad of Globex today', 2)
    const both = tweetOf(3, 'Globex', 'Globex beats Acme again today', 2)
    const source = (other: Example) => ({
      ...sourceOf(corpusOf(singles(40))),
      joinable: [[acme], [], [other]] as const,
    })
    const joined = draw(source(globex), withRows({ joined: 0.5 }))
      .flat()
      .filter(({ tokenIds }) => tokenIds.length > 8)
    expect(joined.length).toBeGreaterThanOrEqual(20)
    for (const { marks, target, kind } of joined) {
      expect(kind).toBe(1)
      expect(marks.filter(mark => (mark & 1) === 1)).toHaveLength(1)
      expect(target.offsets[0]).toBe(target.offsets[2])
    }
    const labels = new Set(joined.map(({ target }) => target.sentiment.indexOf(Math.max(...target.sentiment))))
    expect(labels).toEqual(new Set([0, 2]))
    expect(draw(source(both), withRows({ joined: 0.5 })).flat()).toHaveLength(40)
  })

  test('with a name as an ordinary word are not about it, even without the name', () => {
    const natural = example(700, { sentiment: -1 })
    const source = { ...sourceOf(corpusOf(singles(40))), ordinary: [natural] }
    const rows = draw(source, { ...withRows({ ordinaryWords: 0.5 }), anonymised: 1 }).flat()
    const ordinary = rows.filter(({ target }) => target.sentimentWeight === 0)
    expect(ordinary).toHaveLength(20)
    for (const { target } of ordinary) expect(target).toMatchObject({ relevance: 0, relevanceWeight: 0.5 })
    expect(ordinary.filter(({ tokenIds }) => tokenIds[1] === 700).length).toBeGreaterThan(5)
  })

  test('of an absent entity are not about it', () => {
    const acme = { ...example(1), row: { ...example(1).row, text: 'Acme is awful' } }
    const globex = { ...example(2), row: { ...example(2).row, entity: 'Globex', text: 'Globex rules' } }
    const source = { ...sourceOf(corpusOf(singles(100))), joinable: [[acme], [], [globex]] as const }
    const absent = draw(source, withRows({ absent: 0.4 }))
      .flat()
      .filter(({ kind }) => kind === 2)
    expect(absent.length).toBeGreaterThan(5)
    for (const { target, marks } of absent) {
      expect(target).toMatchObject({ relevance: 0, relevanceWeight: 0.5, sentimentWeight: 0 })
      expect(marks.every(mark => (mark & 1) === 0)).toBe(true)
    }
  })

  test('of foreign or unknown words are undecided', () => {
    const rows = draw(
      sourceOf(corpusOf(singles(100)), corpusOf(singles(100, 200))),
      withRows({ unreadable: 0.25 }),
    ).flat()
    expect(rows).toHaveLength(250)
    const made = rows.filter(({ target }) => target.sentiment[0] === 1 / 3)
    expect(made).toHaveLength(50)
    const words = made.flatMap(({ tokenIds }) => [...tokenIds])
    for (const foreign of [900, 901, 902]) expect(words).toContain(foreign)
    expect(words.filter(word => word === 0).length).toBeGreaterThan(words.length / 4)
    for (const { target, kind, tokenIds, marks } of made) {
      expect(marks).toHaveLength(tokenIds.length)
      expect(marks.reduce((sum, mark) => sum + mark, 0)).toBe(kind === 1 ? 1 : 0)
      expect(target).toMatchObject({ relevance: 0, sentimentWeight: 1, relevanceWeight: kind === 0 ? 0 : 1 })
    }
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(3)
  })
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
