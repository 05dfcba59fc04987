import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { INTERVALS, type Interval } from '../../src/time/interval-boundary.ts'
import { MAX_BUCKETS, type TimeBucket, timeBuckets } from '../../src/time/time-buckets.ts'

const NOW = new Date('2026-06-01T00:00:00Z')

interface Wanted {
  readonly from?: string
  readonly to?: string
  readonly timezone?: string
  readonly interval: Interval
  readonly extent?: readonly [string, string]
  readonly now?: Date
}

function ask({ from, to, timezone = 'UTC', interval, extent, now = NOW }: Wanted) {
  return timeBuckets({
    range: { from: from ? new Date(from) : null, to: to ? new Date(to) : null, timezone },
    interval,
    extent: extent ? { first: new Date(extent[0]), last: new Date(extent[1]) } : null,
    now,
  })
}

function bucketsOf(wanted: Wanted): readonly TimeBucket[] {
  const result = ask(wanted)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const hoursLong = ({ start, end }: TimeBucket) => (end.getTime() - start.getTime()) / 3_600_000
const startsOf = (buckets: readonly TimeBucket[], timezone: string) =>
  buckets.map(({ start }) => DateTime.fromJSDate(start, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm'))

test('the day on which summer time begins has 23 hours, the day on which it ends 25', () => {
  const spring = { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z', timezone: 'Europe/Madrid' } as const
  expect(bucketsOf({ ...spring, interval: 'DAY' }).map(hoursLong)).toEqual([23])
  expect(bucketsOf({ ...spring, interval: 'HOUR' })).toHaveLength(23)
  const autumn = { from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z', timezone: 'Europe/Madrid' } as const
  expect(bucketsOf({ ...autumn, interval: 'DAY' }).map(hoursLong)).toEqual([25])
  expect(bucketsOf({ ...autumn, interval: 'HOUR' })).toHaveLength(25)
})

test('hours of a half-hour zone begin at its own whole hours', () => {
  const buckets = bucketsOf({
    from: '2026-01-01T18:30:00Z',
    to: '2026-01-01T20:30:00Z',
    timezone: 'Asia/Kolkata',
    interval: 'HOUR',
  })
  expect(startsOf(buckets, 'Asia/Kolkata')).toEqual(['2026-01-02 00:00', '2026-01-02 01:00'])
  expect(buckets.every(({ isPartial }) => !isPartial)).toBe(true)
})

test('a clock that moves by half an hour cuts an hour in two', () => {
  // Lord Howe Island: at 02:00 the clock goes back to 01:30.
  const buckets = bucketsOf({
    from: '2026-04-04T14:00:00Z',
    to: '2026-04-04T16:30:00Z',
    timezone: 'Australia/Lord_Howe',
    interval: 'HOUR',
  })
  expect(buckets.map(hoursLong)).toEqual([1, 0.5, 1])
  expect(startsOf(buckets, 'Australia/Lord_Howe')).toEqual(['2026-04-05 01:00', '2026-04-05 01:30', '2026-04-05 02:00'])
})

test('a midnight that occurs twice starts its day once', () => {
  // Havana: at 01:00 the clock goes back to 00:00.
  const buckets = bucketsOf({
    from: '2026-10-31T04:00:00Z',
    to: '2026-11-02T05:00:00Z',
    timezone: 'America/Havana',
    interval: 'DAY',
  })
  expect(buckets.map(hoursLong)).toEqual([24, 25])
})

test('a midnight that does not exist starts its day an hour later', () => {
  // Asuncion: at 00:00 the clock went to 01:00.
  const buckets = bucketsOf({
    from: '2023-09-30T04:00:00Z',
    to: '2023-10-02T03:00:00Z',
    timezone: 'America/Asuncion',
    interval: 'DAY',
  })
  expect(buckets.map(hoursLong)).toEqual([24, 23])
  expect(startsOf(buckets, 'America/Asuncion')).toEqual(['2023-09-30 00:00', '2023-10-01 01:00'])
})

test('a day that a country skipped has no bucket', () => {
  const buckets = bucketsOf({
    from: '2011-12-29T10:00:00Z',
    to: '2011-12-31T10:00:00Z',
    timezone: 'Pacific/Apia',
    interval: 'DAY',
  })
  expect(startsOf(buckets, 'Pacific/Apia')).toEqual(['2011-12-29 00:00', '2011-12-31 00:00'])
})

test('weeks begin on Monday', () => {
  const buckets = bucketsOf({ from: '2026-01-01T00:00:00Z', to: '2026-01-15T00:00:00Z', interval: 'WEEK' })
  expect(startsOf(buckets, 'UTC')).toEqual(['2026-01-01 00:00', '2026-01-05 00:00', '2026-01-12 00:00'])
  expect(buckets.map(({ isPartial }) => isPartial)).toEqual([true, false, true])
})

test('a given end truncates its bucket, which is then partial', () => {
  const buckets = bucketsOf({ from: '2026-01-01T12:00:01Z', to: '2026-01-03T00:00:00Z', interval: 'DAY' })
  expect(buckets).toEqual([
    { start: new Date('2026-01-01T12:00:01Z'), end: new Date('2026-01-02T00:00:00Z'), isPartial: true },
    { start: new Date('2026-01-02T00:00:00Z'), end: new Date('2026-01-03T00:00:00Z'), isPartial: false },
  ])
})

test('a range inside one bucket is one partial bucket', () => {
  expect(bucketsOf({ from: '2026-01-01T12:00:00Z', to: '2026-01-01T13:00:00Z', interval: 'MONTH' })).toEqual([
    { start: new Date('2026-01-01T12:00:00Z'), end: new Date('2026-01-01T13:00:00Z'), isPartial: true },
  ])
})

test('open ends keep the buckets of the first and the last tweet complete', () => {
  const buckets = bucketsOf({ interval: 'DAY', extent: ['2026-01-01T12:00:00Z', '2026-01-03T00:00:00Z'] })
  expect(startsOf(buckets, 'UTC')).toEqual(['2026-01-01 00:00', '2026-01-02 00:00', '2026-01-03 00:00'])
  expect(buckets.every(({ isPartial }) => !isPartial)).toBe(true)
})

test('a bucket that has not ended yet is partial', () => {
  const now = new Date('2026-01-02T10:00:00Z')
  const buckets = bucketsOf({ interval: 'DAY', extent: ['2026-01-01T12:00:00Z', '2026-01-02T09:00:00Z'], now })
  expect(buckets.map(({ isPartial }) => isPartial)).toEqual([false, true])
})

test('an open end without tweets on its side gives no bucket', () => {
  const extent = ['2026-01-01T12:00:00Z', '2026-01-02T09:00:00Z'] as const
  expect(bucketsOf({ interval: 'DAY' })).toEqual([])
  expect(bucketsOf({ interval: 'DAY', from: '2026-02-01T00:00:00Z', extent })).toEqual([])
  expect(bucketsOf({ interval: 'DAY', to: '2025-12-01T00:00:00Z', extent })).toEqual([])
  expect(bucketsOf({ interval: 'DAY', to: '2026-01-01T12:00:00Z', extent })).toEqual([])
})

test('two given ends give every bucket between them, with or without tweets', () => {
  expect(bucketsOf({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', interval: 'DAY' })).toHaveLength(31)
})

test(`${MAX_BUCKETS} buckets are returned, one more names an interval that works`, () => {
  const from = '2026-01-01T00:00:00Z'
  const after = (hours: number) => new Date(Date.parse(from) + hours * 3_600_000).toISOString()
  expect(bucketsOf({ from, to: after(MAX_BUCKETS), interval: 'HOUR' })).toHaveLength(MAX_BUCKETS)
  expect(ask({ from, to: after(MAX_BUCKETS + 1), interval: 'HOUR' })).toMatchObject({
    problem: { code: 'TOO_MANY', message: expect.stringContaining('Use DAY'), field: ['interval'] },
  })
  expect(ask({ from: '1990-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', interval: 'HOUR' })).toMatchObject({
    problem: { message: expect.stringContaining('Use WEEK') },
  })
  expect(ask({ from: '1000-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', interval: 'HOUR' })).toMatchObject({
    problem: { message: expect.stringContaining('Choose a shorter range') },
  })
})

test('in every zone, buckets tile the range, begin inside it and follow each other', () => {
  const lengths: Record<Interval, number> = { HOUR: 60, DAY: 400, WEEK: 2000, MONTH: 4000 }
  fc.assert(
    fc.property(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.constantFrom(...INTERVALS),
      fc.integer({ min: Date.parse('1970-01-02T00:00:00Z'), max: Date.parse('2037-01-01T00:00:00Z') }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      (timezone, interval, from, share) => {
        const to = from + Math.max(1, Math.floor(share * lengths[interval] * 3_600_000))
        const buckets = bucketsOf({
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          timezone,
          interval,
        })
        expect(buckets[0]?.start.getTime()).toBe(from)
        expect(buckets.at(-1)?.end.getTime()).toBe(to)
        for (const [index, bucket] of buckets.entries()) {
          expect(bucket.end.getTime()).toBeGreaterThan(bucket.start.getTime())
          if (index > 0) expect(bucket.start).toEqual(buckets[index - 1]?.end)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('in every zone, a whole day begins with its own local date and ends with the next', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.integer({ min: Date.parse('1970-01-02T00:00:00Z'), max: Date.parse('2037-01-01T00:00:00Z') }),
      (timezone, instant) => {
        const at = new Date(instant).toISOString()
        const [day] = bucketsOf({ interval: 'DAY', timezone, extent: [at, at], now: new Date('2040-01-01T00:00:00Z') })
        if (day === undefined) throw new Error('There is no bucket.')
        expect(day.start.getTime()).toBeLessThanOrEqual(instant)
        expect(day.end.getTime()).toBeGreaterThan(instant)
        expect(day.isPartial).toBe(false)
        const dateOf = (time: number) => DateTime.fromMillis(time, { zone: timezone }).toISODate()
        expect(dateOf(day.start.getTime() - 1)).not.toBe(dateOf(day.start.getTime()))
        expect(dateOf(day.end.getTime() - 1)).not.toBe(dateOf(day.end.getTime()))
      },
    ),
    { numRuns: 1000 },
  )
})
