import { print } from '@0no-co/graphql.web'
import { complexityFromQuery } from '@pothos/plugin-complexity'
import { expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import type { GraphqlContext } from '../../src/graphql/context.ts'
import { MAX_COMPLEXITY } from '../../src/graphql/limits.ts'
import { NO_SENTIMENT } from '../../web/numbers/estimate.ts'
import { COLUMNS, orderInput, possibleOrder, readOrder, writeOrder } from '../../web/overview/entity-order.ts'
import { OVERVIEW } from '../../web/overview/overview-query.ts'
import { overviewPageSize } from '../../web/overview/page-size.ts'
import { countSilent, type Row } from '../../web/overview/row.ts'
import { bucketCount, type Interval } from '../../web/time/interval.ts'
import { PRESETS, rangeInput, type Span, spanOf } from '../../web/time/range.ts'

const row = (name: string, total: number | null): Row => ({
  id: name,
  name,
  counts: total === null ? null : { positive: total, neutral: 0, negative: 0, irrelevant: 0, total },
  netSentiment: NO_SENTIMENT,
  shareOfVoice: { value: null, low: null, high: null, sampleSize: 0 },
  change: null,
  tweetsBefore: null,
  buckets: [],
})

test('an order survives the address, and a wrong one shows most tweets first', () => {
  for (const column of COLUMNS) {
    const order = { column, isDescending: column !== 'name' }
    expect(readOrder(writeOrder(order))).toEqual(order)
  }
  for (const text of ['', 'mood-desc', 'labels-desc']) {
    expect(orderInput(readOrder(text))).toEqual({ field: 'TWEETS', direction: 'DESC' })
  }
})

test('without a period before, the order by change becomes that by tweets', () => {
  const byChange = readOrder('change-asc')
  expect(possibleOrder(byChange, true)).toEqual({ column: 'change', isDescending: false })
  expect(possibleOrder(byChange, false)).toEqual({ column: 'tweets', isDescending: true })
})

test('sorted by tweets, the first entity without any says how many have none', () => {
  const rows = [row('Alpha', 9), row('Beta', 1), row('Gamma', 0)]
  const loaded = { rows, entityCount: 230, isByTweets: true, hasMore: true }
  expect(countSilent(loaded)).toBe(228)
  expect(countSilent({ ...loaded, rows: rows.slice(0, 2) })).toBe(0)
  expect(countSilent({ ...loaded, isByTweets: false })).toBe(0)
  expect(countSilent({ ...loaded, hasMore: false, entityCount: 3 })).toBe(1)
  expect(countSilent({ ...loaded, rows: [row('Unknown', null)], hasMore: false, entityCount: 1 })).toBe(0)
})

const NOW = Date.parse('2026-03-29T12:34:56Z')
const DECADES: Span = { from: Date.parse('1990-01-01'), to: NOW }

function costOf(span: Span, interval: Interval): number {
  const variables = {
    first: overviewPageSize(span, interval),
    search: 'x',
    orderBy: { field: 'CHANGE', direction: 'DESC' },
    range: rangeInput(span, 'UTC'),
    hasBefore: true,
    trendRange: rangeInput(span, 'UTC'),
    interval,
  }
  return complexityFromQuery(print(OVERVIEW), { schema, variables, ctx: {} as GraphqlContext }).complexity
}

test('a hundred entities fit into one request unless their trends are very long', () => {
  expect(overviewPageSize(spanOf('30d', 'UTC', NOW), 'DAY')).toBe(100)
  expect(overviewPageSize(spanOf('all', 'UTC', NOW), 'MONTH')).toBe(100)
  expect(overviewPageSize(DECADES, 'MONTH')).toBeLessThan(50)
  expect(bucketCount(DECADES, 'MONTH')).toBeGreaterThan(400)
})

test('the largest page of any range is within the cost that the API allows', () => {
  for (const preset of PRESETS) {
    for (const interval of ['DAY', 'WEEK', 'MONTH'] as const) {
      expect(costOf(spanOf(preset, 'Europe/Madrid', NOW), interval)).toBeLessThanOrEqual(MAX_COMPLEXITY)
    }
  }
  expect(costOf(DECADES, 'MONTH')).toBeLessThanOrEqual(MAX_COMPLEXITY)
  expect(costOf(DECADES, 'MONTH')).toBeGreaterThan(MAX_COMPLEXITY / 2)
})
