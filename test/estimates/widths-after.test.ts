import { describe, expect, test } from 'vitest'
import { estimateNetSentiment } from '../../src/estimates/estimate-net-sentiment.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf } from '../../src/estimates/shift-prior.ts'
import type { LabelledTweets } from '../../src/estimates/simulate-labelling.ts'
import { widthsAfter } from '../../src/estimates/widths-after.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { draws, ERRORS, reveal, simulateLabels } from './simulated-entity.ts'

const prior = priorOf(ERRORS)
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

function widthOf({ labelled, tweets }: LabelledTweets): number {
  const found = estimateNetSentiment(labelPosterior(labelled, ERRORS, shiftPosterior(labelled, ERRORS, prior)), tweets)
  return found === null ? Number.NaN : found.high - found.low
}

/** Labels `count` more of the tweets that are left. */
function labelMore(labels: readonly (readonly number[])[], known: LabelledTweets, count: number, random: () => number) {
  const left = labels.map((row, stratum) => row.map((n, label) => n - (known.labelled[stratum]?.[label] ?? 0)))
  const { labelled, tweets } = reveal(left, count, random)
  return {
    labelled: labelled.map((row, stratum) => row.map((n, label) => n + (known.labelled[stratum]?.[label] ?? 0))),
    tweets: { ...tweets, known: tweets.known.map((n, label) => n + (known.tweets.known[label] ?? 0)) },
  }
}

describe('the expected width after further labels', () => {
  test.each([
    [0, 25],
    [20, 80],
  ])('is that of simulated entities on average, from %i to %i labels', (before, after) => {
    const random = seededRandom(300 + after)
    const { vector } = draws(random)
    const [expected, actual]: [number[], number[]] = [[], []]
    for (let entity = 0; entity < 12; entity++) {
      const perStratum = ERRORS.base.map(() => 20 + Math.floor(random() * 80))
      const labels = simulateLabels(ERRORS, perStratum, random, vector(ERRORS.betweenSources))
      const known = reveal(labels, before, random)
      const share = (after - before) / sum(known.tweets.unlabelled)
      const more = known.tweets.unlabelled.map(count => Math.round(share * count))
      expected.push(mean([...widthsAfter(known, ERRORS, prior, more)]))
      actual.push(widthOf(labelMore(labels, known, after - before, random)))
    }
    expect(mean(expected) / mean(actual)).toBeGreaterThan(0.87)
    expect(mean(expected) / mean(actual)).toBeLessThan(1.15)
  })

  test('is nothing if every tweet will be labelled, and the present one without further labels', () => {
    const known = reveal([[6, 3, 2, 1], ...ERRORS.base.slice(1).map(() => [1, 1, 1, 0])], 5, seededRandom(3))
    const all = [...widthsAfter(known, ERRORS, prior, known.tweets.unlabelled)]
    for (const width of all) expect(width).toBeLessThan(0.001)
    const none = [...widthsAfter(known, ERRORS, prior, [])]
    for (const width of none) expect(width).toBeCloseTo(widthOf(known), 10)
    expect([...widthsAfter(known, ERRORS, prior, [4])]).toEqual([...widthsAfter(known, ERRORS, prior, [4])])
  })

  test('is empty without tweets', () => {
    const tweets = { unlabelled: ERRORS.base.map(() => 0), known: [0, 0, 0, 0] }
    expect([...widthsAfter({ labelled: [], tweets }, ERRORS, prior, [5])]).toEqual([])
  })
})
