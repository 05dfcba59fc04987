import { expect, test } from 'vitest'
import { trendCost } from '../../src/analytics/trend-cost.ts'
import { MAX_COMPLEXITY } from '../../src/graphql/limits.ts'
import { overviewPageSize } from '../../web/overview/page-size.ts'
import type { Row } from '../../web/overview/row.ts'
import { COLUMNS, readOrder, sortRows, writeOrder } from '../../web/overview/sort-rows.ts'
import { bucketCount } from '../../web/time/interval.ts'
import { spanOf } from '../../web/time/range.ts'

const row = (name: string, total: number, value: number | null): Row => ({
  id: name,
  name,
  counts: { positive: total, neutral: 0, negative: 0, irrelevant: 0, total },
  netSentiment: { value, low: value, high: value, sampleSize: total },
  shareOfVoice: { value: null, low: null, high: null, sampleSize: 0 },
  change: null,
  tweetsBefore: null,
  buckets: [],
})

const ROWS = [row('Beta', 10, -0.2), row('alpha', 10, 0.5), row('Gamma', 0, null), row('Delta', 90, 0.1)]
const names = (rows: readonly Row[]) => rows.map(({ name }) => name)

test('rows are sorted by what a column shows, equal ones by name', () => {
  expect(names(sortRows(ROWS, { column: 'tweets', isDescending: true }))).toEqual(['Delta', 'alpha', 'Beta', 'Gamma'])
  expect(names(sortRows(ROWS, { column: 'name', isDescending: false }))).toEqual(['alpha', 'Beta', 'Delta', 'Gamma'])
})

test('no evidence stands last in either direction', () => {
  for (const isDescending of [true, false]) {
    expect(names(sortRows(ROWS, { column: 'sentiment', isDescending })).at(-1)).toBe('Gamma')
  }
})

test('an order survives the address, and a wrong one shows most tweets first', () => {
  for (const column of COLUMNS) {
    const order = { column, isDescending: column !== 'name' }
    expect(readOrder(writeOrder(order))).toEqual(order)
  }
  expect(readOrder('mood-desc')).toEqual({ column: 'tweets', isDescending: true })
})

test('a hundred entities fit into one request unless their trends are very long', () => {
  const now = Date.parse('2026-03-29T12:34:56Z')
  expect(overviewPageSize(spanOf('30d', 'UTC', now), 'DAY')).toBe(100)
  expect(overviewPageSize(spanOf('all', 'UTC', now), 'MONTH')).toBe(100)
  const decades = { from: Date.parse('1990-01-01'), to: now }
  expect(overviewPageSize(decades, 'MONTH')).toBeLessThan(50)
  const { field, multiplier } = trendCost({
    range: { from: new Date(decades.from), to: new Date(decades.to) },
    interval: 'MONTH',
  })
  expect(overviewPageSize(decades, 'MONTH') * (field + multiplier)).toBeLessThan(MAX_COMPLEXITY)
  expect(bucketCount(decades, 'MONTH')).toBeGreaterThan(400)
})
