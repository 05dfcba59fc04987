import { expect, test } from 'vitest'
import { calibrateHead, sentimentShares } from '../../../../src/ml/training/pooled-bilstm/calibrate-head.ts'

/** `count` rows of a label, each with the same probabilities. */
const rows = (count: number, label: number, ...probabilities: number[]) =>
  Array.from({ length: count }, () => ({ label, probabilities }))

test('a rare label is boosted, and log-odds change by the logs of the shares', () => {
  // Half of the negative tweets are predicted as neutral, because only one training tweet in ten was negative.
  const development = [
    ...rows(10, 0, 0.6, 0.3, 0.1),
    ...rows(10, 0, 0.3, 0.5, 0.2),
    ...rows(20, 1, 0.1, 0.7, 0.2),
    ...rows(20, 2, 0.1, 0.2, 0.7),
  ]
  const { priorAdjustment, offsets } = calibrateHead([development], [0.1, 0.5, 0.4])
  expect(priorAdjustment).toBe(0.5)
  expect(offsets.map(offset => offset.toFixed(4))).toEqual(
    [0.1, 0.5, 0.4].map(share => (-0.5 * Math.log(share)).toFixed(4)),
  )
})

test('calibrated results are not adjusted', () => {
  const development = [...rows(5, 0, 0.5, 0.3, 0.2), ...rows(5, 1, 0.1, 0.5, 0.4), ...rows(5, 2, 0.1, 0.4, 0.5)]
  expect(calibrateHead([development], [0.1, 0.5, 0.4])).toMatchObject({ priorAdjustment: 0, offsets: [0, 0, 0] })
})

test('corpora count alike, regardless of their number of rows', () => {
  const hidden = [...rows(2, 0, 0.35, 0.5, 0.15), ...rows(2, 1, 0.1, 0.8, 0.1), ...rows(2, 2, 0.1, 0.1, 0.8)]
  const spoiled = [
    ...rows(100, 0, 0.8, 0.1, 0.1),
    ...rows(95, 1, 0.1, 0.8, 0.1),
    ...rows(5, 1, 0.35, 0.5, 0.15),
    ...rows(100, 2, 0.1, 0.1, 0.8),
  ]
  expect(calibrateHead([hidden, spoiled], [0.1, 0.5, 0.4]).priorAdjustment).toBeGreaterThan(0)
  expect(calibrateHead([[...hidden, ...spoiled]], [0.1, 0.5, 0.4]).priorAdjustment).toBe(0)
})

test('the temperature is fitted to the adjusted logits', () => {
  const development = [...rows(30, 0, 0.3, 0.5, 0.2), ...rows(30, 1, 0.05, 0.8, 0.15), ...rows(30, 2, 0.05, 0.15, 0.8)]
  const { temperature, priorAdjustment } = calibrateHead([development], [0.1, 0.5, 0.4])
  expect(priorAdjustment).toBeGreaterThan(0)
  // Every result is correct by then, so more confidence is better.
  expect(temperature).toBeLessThan(0.4)
})

test('nothing is changed without rows', () => {
  expect(calibrateHead([[], []], [0.2, 0.3, 0.5])).toEqual({ temperature: 1, priorAdjustment: 0, offsets: [0, 0, 0] })
})

test('shares ignore irrelevant rows, and no label has a share of 0', () => {
  expect(sentimentShares([0, 2, 2, 2, -1, -1])).toEqual([2 / 7, 1 / 7, 4 / 7])
})
