import { expect, test } from 'vitest'
import { tickIndexes } from '../../web/charts/axis-ticks.ts'
import { sentimentDomain } from '../../web/charts/sentiment-domain.ts'
import type { TrendBucket } from '../../web/charts/trend-bucket.ts'
import { AXIS_TOP, layOutTrend, VOLUME_TOP } from '../../web/charts/trend-layout.ts'
import { NO_SENTIMENT } from '../../web/numbers/estimate.ts'

const bucket = (day: number, positive: number, negative: number, value: number | null): TrendBucket => ({
  start: `2026-03-0${day}T00:00:00Z`,
  end: `2026-03-0${day + 1}T00:00:00Z`,
  isPartial: false,
  isSpike: null,
  usualVolume: null,
  counts: { positive, neutral: 0, negative, irrelevant: 0, uncertain: 0, total: positive + negative },
  netSentiment:
    value === null
      ? NO_SENTIMENT
      : { ...NO_SENTIMENT, value, low: value - 0.1, high: value + 0.1, sampleSize: positive + negative },
})

const BUCKETS = [bucket(1, 30, 10, 0.5), bucket(2, 0, 0, null), bucket(3, 5, 15, -0.5), bucket(4, 10, 10, 0)]

test('the bars of a bucket are stacked and fill the height on the axis', () => {
  const { bars, volume } = layOutTrend(BUCKETS, 800)
  const [positive, negative] = bars[0] ?? []
  expect(positive?.y).toBeCloseTo((negative?.y ?? 0) + (negative?.height ?? 0))
  expect((positive?.y ?? 0) + (positive?.height ?? 0)).toBeCloseTo(AXIS_TOP)
  expect(negative?.y).toBeCloseTo(volume(40))
  expect(negative?.y).toBeGreaterThanOrEqual(VOLUME_TOP)
  expect(bars[1]).toEqual([])
})

test('the line and its band are interrupted at a bucket without opinions', () => {
  const { line, band } = layOutTrend(BUCKETS, 800)
  expect(line.match(/M/g)).toHaveLength(2)
  expect(band.match(/M/g)).toHaveLength(2)
  expect(line).not.toContain('NaN')
})

test('buckets are side by side within the drawing, however narrow it is', () => {
  for (const width of [40, 320, 1200]) {
    const { leftOf, bandwidth } = layOutTrend(BUCKETS, width)
    for (let index = 1; index < BUCKETS.length; index += 1) {
      expect(leftOf(index)).toBeGreaterThanOrEqual(leftOf(index - 1) + bandwidth)
    }
    expect(leftOf(BUCKETS.length - 1) + bandwidth).toBeLessThanOrEqual(Math.max(width, 46))
  }
})

test('dates under an axis keep their minimum distance', () => {
  expect(tickIndexes(10, 1000, 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(tickIndexes(10, 300, 100)).toEqual([0, 4, 8])
  expect(tickIndexes(1, 50, 100)).toEqual([0])
  expect(tickIndexes(0, 300, 100)).toEqual([])
})

test('the axis of net sentiment fits its intervals, and always has zero', () => {
  const high = [bucket(1, 3, 1, 0.33), bucket(2, 3, 1, 0.26)]
  const { sentiment, sentimentTicks } = layOutTrend(high, 800)
  // A change of 0.07 is visible.
  expect(sentiment(0.26) - sentiment(0.33)).toBeGreaterThan(15)
  expect(sentimentTicks).toContain(0)
  expect(Math.max(...sentiment.domain())).toBeLessThan(0.6)
  expect(layOutTrend(BUCKETS, 800).sentiment.domain()).toEqual([-0.6, 0.6])
})

test('an axis neither enlarges chance nor leaves the scale', () => {
  expect(sentimentDomain([])).toEqual([-1, 1])
  expect(sentimentDomain([0.01, 0.02])).toEqual([0, 0.2])
  expect(sentimentDomain([-0.01])).toEqual([-0.2, 0])
  expect(sentimentDomain([-1, 1])).toEqual([-1, 1])
})
