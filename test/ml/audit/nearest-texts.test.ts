import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaccard } from '../../../src/ml/audit/jaccard.ts'
import { bandsFor, collisionProbability, minHash } from '../../../src/ml/audit/min-hash.ts'
import { nearestTexts } from '../../../src/ml/audit/nearest-texts.ts'
import { type ShingleSets, shingleSets } from '../../../src/ml/audit/shingle-sets.ts'
import { madeTweets } from './made-tweets.ts'

const upTo = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, index) => from + index)

const search = (sets: ShingleSets, texts: number, queries: number, threshold = 0.4, seed = 42) =>
  nearestTexts({
    sets,
    queries: upTo(texts - queries, texts),
    candidates: upTo(0, texts - queries),
    threshold,
    seed,
    onBand: () => {},
  })

describe('the bands', () => {
  test('find a pair at the threshold with a probability of 0.98, and one band less does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 0.95, noNaN: true }), threshold => {
        const bands = bandsFor(threshold)
        expect(collisionProbability(threshold, bands)).toBeGreaterThanOrEqual(0.98 - 1e-9)
        if (bands > 1) expect(collisionProbability(threshold, bands - 1)).toBeLessThan(0.98)
      }),
    )
    expect(bandsFor(0.4)).toBe(60)
    expect(bandsFor(1)).toBe(1)
  })

  test('meet as often as the theory predicts: the similarity to the power of three', () => {
    const made = madeTweets(3)
    const text = made.text(12)
    const words = text.split(' ')
    const variants = [1, 2, 4, 6].map(replaced => [...words.slice(replaced), made.text(replaced)].join(' '))
    const sets = shingleSets([text, ...variants])
    const hash = minHash(11)
    const draws = 6000
    const meetings = variants.map(() => 0)
    for (let draw = 0; draw < draws; draw++) {
      const keys = hash.bandKeys(sets, upTo(0, 5))
      for (const index of variants.keys()) if (keys[0] === keys[index + 1]) meetings[index] = (meetings[index] ?? 0) + 1
    }
    for (const [index, met] of meetings.entries()) {
      const expected = jaccard(sets, 0, index + 1) ** 3
      // Five standard errors.
      expect(Math.abs(met / draws - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / draws) + 1e-3)
    }
  })
})

describe('the search', () => {
  /** 600 texts; each of the 300 queries is a variant of one of them, from slightly to completely changed. */
  function corpus(seed: number) {
    const made = madeTweets(seed)
    const originals = Array.from({ length: 600 }, () => made.text())
    const queries = originals.slice(0, 300).map((text, index) => {
      const words = text.split(' ')
      const kept = words.slice(0, words.length - (index % words.length))
      return [...kept, ...made.text(words.length - kept.length).split(' ')].join(' ').trim()
    })
    return shingleSets([...originals, ...queries])
  }

  function exactNearest(sets: ShingleSets) {
    return Array.from({ length: 300 }, (_, query) =>
      Math.max(...Array.from({ length: 600 }, (_, candidate) => jaccard(sets, 600 + query, candidate))),
    )
  }

  test('reports only exact similarities, and finds nearly all pairs', async () => {
    const sets = corpus(1)
    const exact = exactNearest(sets)
    const found = await search(sets, 900, 300)
    const hits = exact.filter((similarity, query) => {
      const [text, reported] = [found.texts[query] as number, found.similarities[query] as number]
      if (text === -1) expect(reported).toBe(0)
      else {
        expect(reported).toBe(jaccard(sets, 600 + query, text))
        expect(reported).toBeGreaterThanOrEqual(0.4)
        expect(reported).toBeLessThanOrEqual(similarity)
      }
      return similarity >= 0.4 && text !== -1
    })
    const wanted = exact.filter(similarity => similarity >= 0.4)
    expect(wanted.length).toBeGreaterThan(100)
    expect(hits.length / wanted.length).toBeGreaterThan(0.97)
    expect(found.texts.filter(text => text !== -1)).toHaveLength(hits.length)
  })

  test('gives the same result for the same seed', async () => {
    const sets = corpus(2)
    expect(await search(sets, 900, 300, 0.3, 7)).toEqual(await search(sets, 900, 300, 0.3, 7))
  })

  test('finds a query that is a candidate at once', async () => {
    const sets = shingleSets(['one text of several words', 'another text of several words'])
    const all = upTo(0, 2)
    const found = await nearestTexts({ sets, queries: all, candidates: all, threshold: 1, seed: 1, onBand: () => {} })
    expect([...found.texts]).toEqual([0, 1])
    expect([...found.similarities]).toEqual([1, 1])
  })

  test('compares each of hundreds of texts from one template with few others, and still finds a neighbour', async () => {
    const made = madeTweets(4)
    const frame = made.text(20)
    const texts = Array.from({ length: 800 }, () => `${frame} ${made.word()} ${made.word()}`)
    const sets = shingleSets(texts)
    const { texts: found } = await search(sets, 800, 400)
    expect(found.every(text => text >= 0)).toBe(true)
  })

  test('of nothing finds nothing', async () => {
    const found = await search(shingleSets(['', 'a text of several words']), 2, 1)
    expect([...found.texts]).toEqual([-1])
    expect((await search(shingleSets([]), 0, 0)).texts).toHaveLength(0)
  })
})
