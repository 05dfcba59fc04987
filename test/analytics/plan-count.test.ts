import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountSegment, DAY_MS, planCount, QUARTER_MS } from '../../src/analytics/plan-count.ts'

const at = (iso: string) => Date.parse(iso)

test('the middle of a long range comes from the daily rollup, its edges from finer ones', () => {
  const plan = planCount([{ start: at('2026-01-01T10:07:30Z'), end: at('2026-02-01T00:20:00Z') }])
  expect(plan).toEqual({
    rows: [
      { bucket: 0, start: at('2026-01-01T10:07:30Z'), end: at('2026-01-01T10:15:00Z'), sign: 1 },
      { bucket: 0, start: at('2026-02-01T00:15:00Z'), end: at('2026-02-01T00:20:00Z'), sign: 1 },
    ],
    quarters: [
      { bucket: 0, start: at('2026-01-01T00:00:00Z'), end: at('2026-01-01T10:15:00Z'), sign: -1 },
      { bucket: 0, start: at('2026-02-01T00:00:00Z'), end: at('2026-02-01T00:15:00Z'), sign: 1 },
    ],
    days: [{ bucket: 0, start: at('2026-01-01T00:00:00Z'), end: at('2026-02-01T00:00:00Z'), sign: 1 }],
  })
})

test('a day of Madrid is the UTC day with an hour before it, and without its last hour', () => {
  expect(planCount([{ start: at('2026-01-01T23:00:00Z'), end: at('2026-01-02T23:00:00Z') }])).toEqual({
    rows: [],
    quarters: [
      { bucket: 0, start: at('2026-01-01T23:00:00Z'), end: at('2026-01-02T00:00:00Z'), sign: 1 },
      { bucket: 0, start: at('2026-01-02T23:00:00Z'), end: at('2026-01-03T00:00:00Z'), sign: -1 },
    ],
    days: [{ bucket: 0, start: at('2026-01-02T00:00:00Z'), end: at('2026-01-03T00:00:00Z'), sign: 1 }],
  })
})

test('the whole time is the daily rollup alone', () => {
  expect(planCount([{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }])).toEqual({
    rows: [],
    quarters: [],
    days: [{ bucket: 0, start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, sign: 1 }],
  })
})

test('a second inside a quarter of an hour is counted from rows', () => {
  const span = { start: at('2026-01-01T10:07:30Z'), end: at('2026-01-01T10:07:31Z') }
  expect(planCount([span])).toEqual({ rows: [{ bucket: 0, ...span, sign: 1 }], quarters: [], days: [] })
})

test('added and subtracted, the segments count every moment of a bucket exactly once, aligned to their tables', () => {
  const instant = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2020-03-01T00:00:00Z') })
  fc.assert(
    fc.property(fc.uniqueArray(instant, { minLength: 2, maxLength: 8 }), fc.array(instant), (instants, moments) => {
      const boundaries = [...instants].sort((a, b) => a - b)
      const buckets = boundaries.slice(1).map((end, index) => ({ start: boundaries[index] ?? 0, end }))
      const plan = planCount(buckets)
      const isAligned = (unit: number) => (segment: CountSegment) =>
        segment.start % unit === 0 && segment.end % unit === 0
      expect(plan.days.every(isAligned(DAY_MS))).toBe(true)
      expect(plan.quarters.every(isAligned(QUARTER_MS))).toBe(true)
      expect(plan.quarters.every(({ start, end }) => end - start <= DAY_MS)).toBe(true)
      expect(plan.rows.every(({ start, end }) => end - start < 2 * QUARTER_MS)).toBe(true)
      const segments = [...plan.days, ...plan.quarters, ...plan.rows]
      const edges = segments.flatMap(({ start, end }) => [start - 1, start, end - 1, end])
      for (const [bucket, { start, end }] of buckets.entries()) {
        const own = segments.filter(segment => segment.bucket === bucket)
        for (const moment of [...moments, ...edges]) {
          const covering = own.filter(segment => segment.start <= moment && moment < segment.end)
          const counted = covering.reduce((sum, { sign }) => sum + sign, 0)
          expect(counted).toBe(Number(start <= moment && moment < end))
        }
      }
    }),
  )
})
