import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headLoss, headProbabilities, type Target } from '../../../../src/ml/training/pooled-bilstm/head-loss.ts'

const logitsOf = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 4, maxLength: 4 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const offset = fc.double({ min: -4, max: 0, noNaN: true })
const targetOf: fc.Arbitrary<Target> = fc
  .record({
    cuts: fc.tuple(share, share),
    relevance: share,
    sentimentWeight: share,
    relevanceWeight: share,
    offsets: fc.tuple(offset, offset, offset),
  })
  .map(({ cuts, ...rest }) => {
    const [low, high] = cuts[0] < cuts[1] ? cuts : [cuts[1], cuts[0]]
    return { sentiment: [low, high - low, 1 - high] as const, ...rest }
  })

const NO_OFFSETS = [0, 0, 0] as const

test('sentiments share one probability, relevance has its own', () => {
  fc.assert(
    fc.property(logitsOf, logits => {
      const [a, b, c, relevance] = headProbabilities(logits)
      expect(a + b + c).toBeCloseTo(1, 12)
      expect(relevance).toBeCloseTo(1 / (1 + Math.exp(-(logits[3] as number))), 12)
    }),
  )
  expect(headProbabilities([0, 0, 0, 0])).toEqual([1 / 3, 1 / 3, 1 / 3, 0.5])
  expect(headProbabilities([5000, 0, -5000, -5000])).toEqual([1, 0, 0, 0])
})

test('the slopes match differences, for soft and hard targets of any weight', () => {
  fc.assert(
    fc.property(logitsOf, targetOf, (logits, target) => {
      const slopes = new Float32Array(4)
      headLoss(logits, target, slopes)
      const lossAt = (output: number, step: number) =>
        headLoss(logits.with(output, (logits[output] as number) + step), target, new Float32Array(4))
      for (const output of [0, 1, 2, 3]) {
        const difference = (lossAt(output, 1e-4) - lossAt(output, -1e-4)) / 2e-4
        expect(slopes[output]).toBeCloseTo(difference, 5)
      }
    }),
  )
})

test('the loss of a label is minus the logarithm of its probability, and each part counts by its weight', () => {
  const label = {
    sentiment: [1, 0, 0] as const,
    relevance: 1,
    sentimentWeight: 1,
    relevanceWeight: 0,
    offsets: NO_OFFSETS,
  }
  const logits = [Math.log(2), 0, 0, 0]
  const slopes = new Float32Array(4)
  expect(headLoss(logits, label, slopes)).toBeCloseTo(-Math.log(0.5), 12)
  expect([...slopes.subarray(0, 3)]).toEqual([-0.5, 0.25, 0.25])
  expect(slopes[3]).toBeCloseTo(0, 12)
  expect(headLoss(logits, { ...label, sentimentWeight: 2, relevanceWeight: 3 }, slopes)).toBeCloseTo(
    5 * Math.log(2),
    12,
  )
  expect([...slopes]).toEqual([-1, 0.5, 0.5, -1.5])
})

test('a certain mistake costs much, but not infinitely', () => {
  const target = {
    sentiment: [0, 0, 1] as const,
    relevance: 0,
    sentimentWeight: 1,
    relevanceWeight: 1,
    offsets: NO_OFFSETS,
  }
  expect(headLoss([900, 0, -900, 900], target, new Float32Array(4))).toBeCloseTo(-2 * Math.log(1e-7), 9)
})

test('a label that is frequent in its source teaches less, and a rare one more', () => {
  const slopeOf = (share: number) => {
    const slopes = new Float32Array(4)
    const offsets = [Math.log(share), Math.log((1 - share) / 2), Math.log((1 - share) / 2)] as const
    headLoss(
      [0, 0, 0, 0],
      { sentiment: [1, 0, 0], relevance: 1, sentimentWeight: 1, relevanceWeight: 0, offsets },
      slopes,
    )
    return slopes[0]
  }
  expect(slopeOf(0.9)).toBeCloseTo(-0.1, 6)
  expect(slopeOf(0.1)).toBeCloseTo(-0.9, 6)
})
