import { describe, expect, test } from 'vitest'
import { stratumOf } from '../../src/estimates/strata.ts'
import { evidenceFrom, knownFrom } from '../../src/evidence/evidence-from.ts'
import { type LabelRow, strataOf } from '../../src/labelling/strata/strata-of.ts'

const row = (label: LabelRow['label'], count: number, draw: Partial<LabelRow>, probability = 1): LabelRow => ({
  predicted: 'NEGATIVE',
  isUncertain: true,
  label,
  drawId: null,
  isQueue: false,
  count,
  weight: count / probability,
  squaredWeight: count / probability ** 2,
  ...draw,
})
const queue = { drawId: 'a', isQueue: true }
const stratum = stratumOf('NEGATIVE', true)
const MIXED = [
  row('POSITIVE', 5, queue, 0.5),
  row('NEGATIVE', 5, queue, 0.1),
  row('NEUTRAL', 3, { drawId: 'file' }),
  row('POSITIVE', 2, {}),
]

describe('labels with unequal probabilities', () => {
  test('are known tweets that count once each, however they were drawn', () => {
    const { perLabel, perStratum } = knownFrom(MIXED)
    expect(perLabel).toEqual([7, 3, 5, 0])
    expect(perStratum[stratum]).toBe(15)
    expect(perStratum.reduce((sum, count) => sum + count, 0)).toBe(15)
  })

  test('tell by their weights how the model errs, without the labels that were chosen', () => {
    const [positive = 0, neutral, negative = 0] = evidenceFrom(strataOf(MIXED))[stratum] ?? []
    expect(negative / positive).toBeCloseTo(5, 10)
    expect(neutral).toBe(3)
    expect(positive + negative).toBeLessThan(10)
  })
})
