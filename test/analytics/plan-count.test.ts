import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountSegment, DAY_MS, planCount, QUARTER_MS } from '../../src/analytics/plan-count.ts'

const at = (iso: string) => Date.parse(iso)

test('the middle of a long range comes from the daily rollup, its edges from finer ones', () => {
  const plan = planCount([{ start: at('2026-01-01T10:07:30Z'), end: at('2026-02-01T00:20:00Z') }])
  expect(plan).toEqual({
    rows: [
      { bucket: 0, start: at('2026-01-01T10:07:30Z'), end: at('2026-01-01T10:15:00Z') },
      { bucket: 0, start: at('2026-02-01T00:15:00Z'), end: at('2026-02-01T00:20:00Z') },
    ],
    quarters: [
      { bucket: 0, start: at('2026-01-01T10:15:00Z'), end: at('2026-01-02T00:00:00Z') },
      { bucket: 0, start: at('2026-02-01T00:00:00Z'), end: at('2026-02-01T00:15:00Z') },
    ],
    days: [{ bucket: 0, start: at('2026-01-02T00:00:00Z'), end: at('2026-02-01T00:00:00Z') }],
  })
})

test('the whole time is the daily rollup alone', () => {
  expect(planCount([{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }])).toEqual({
    rows: [],
    quarters: [],
    days: [{ bucket: 0, start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }],
  })
})

test('a second inside a quarter of an hour is counted from rows', () => {
  const span = { start: at('2026-01-01T10:07:30Z'), end: at('2026-01-01T10:07:31Z') }
  expect(planCount([span])).toEqual({ rows: [{ bucket: 0, ...span }], quarters: [], days: [] })
})

test('the segments of a bucket tile it, and each is aligned to what it is counted from', () => {
  const instant = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2020-03-01T00:00:00Z') })
  fc.assert(
    fc.property(fc.uniqueArray(instant, { minLength: 2, maxLength: 8 }), instants => {
      const boundaries = [...instants].sort((a, b) => a - b)
      const buckets = boundaries.slice(1).map((end, index) => ({ start: boundaries[index] ?? 0, end }))
      const plan = planCount(buckets)
      const isAligned = (unit: number) => (segment: CountSegment) =>
        segment.start % unit === 0 && segment.end % unit === 0
      expect(plan.days.every(isAligned(DAY_MS))).toBe(true)
      expect(plan.quarters.every(isAligned(QUARTER_MS))).toBe(true)
      expect(plan.rows.every(({ start, end }) => end - start < 2 * QUARTER_MS)).toBe(true)
      for (const [bucket, span] of buckets.entries()) {
        const parts = [...plan.days, ...plan.quarters, ...plan.rows]
          .filter(segment => segment.bucket === bucket)
          .sort((a, b) => a.start - b.start)
        expect(parts[0]?.start).toBe(span.start)
        expect(parts.at(-1)?.end).toBe(span.end)
        for (const [index, part] of parts.slice(1).entries()) expect(part.start).toBe(parts[index]?.end)
      }
    }),
  )
})
