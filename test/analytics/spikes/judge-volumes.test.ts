import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeVolumes } from '../../../src/analytics/spikes/judge-volumes.ts'
import { SPIKE_RULES } from '../../../src/analytics/spikes/spike-rule.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const { DAY, HOUR, WEEK, MONTH } = SPIKE_RULES

const series = (length: number, volume: (place: number) => number | null) => Array.from({ length }, (_, i) => volume(i))
const spikesOf = (volumes: readonly (number | null)[], rule = DAY) =>
  judgeVolumes(volumes, rule).flatMap((judgement, place) => (judgement?.isSpike ? [place] : []))

/** Tweets that come independently of each other, `mean` a bucket (Knuth's method). */
function poisson(random: () => number, mean: number): number {
  const limit = Math.exp(-mean)
  let product = random()
  let count = 0
  while (product > limit) {
    product *= random()
    count += 1
  }
  return count
}

const WEEKEND = (place: number) => place % 7 >= 5

test('a flat series has no spike', () => {
  expect(spikesOf(series(120, () => 100))).toEqual([])
})

test('a flat series makes no spike of a small rise, and one of a large', () => {
  const risenTo = (volume: number) => series(120, place => (place === 90 ? volume : 100))
  expect(spikesOf(risenTo(149))).toEqual([])
  expect(spikesOf(risenTo(150))).toEqual([90])
})

test.each([1, 3, 10, 30, 300])('noise around %i tweets a day is a spike less than once in a thousand days', mean => {
  const random = seededRandom(7)
  expect(spikesOf(series(4000, () => poisson(random, mean))).length).toBeLessThan(4)
})

test.each([
  [40, 100],
  [100, 40],
  [5, 60],
])('a week with %i tweets on its days and %i at its end is usual', (weekday, weekend) => {
  const random = seededRandom(3)
  expect(spikesOf(series(300, place => poisson(random, WEEKEND(place) ? weekend : weekday)))).toEqual([])
})

test('a day as busy as the weekend is a spike in the middle of the week', () => {
  const random = seededRandom(3)
  const volumes = series(120, place => (place === 100 || WEEKEND(place) ? 100 : poisson(random, 20)))
  expect(WEEKEND(100)).toBe(false)
  expect(spikesOf(volumes)).toEqual([100])
  expect(judgeVolumes(volumes, DAY)[104]?.usual).toBe(100)
})

test('a burst at night is a spike among hours that are quiet by night and busy by day', () => {
  const random = seededRandom(11)
  const isNight = (place: number) => place % 24 < 7
  const volumes = series(24 * 21, place => (place === 24 * 15 + 3 ? 60 : poisson(random, isNight(place) ? 3 : 60)))
  expect(spikesOf(volumes, HOUR)).toEqual([24 * 15 + 3])
})

test('both days of a burst are spikes, and the days after it are not', () => {
  const random = seededRandom(5)
  const volumes = series(120, place => (place === 80 || place === 81 ? 400 : poisson(random, 50)))
  expect(spikesOf(volumes)).toEqual([80, 81])
})

test('steady growth is not a spike', () => {
  const random = seededRandom(9)
  expect(spikesOf(series(200, place => poisson(random, 20 * 1.1 ** (place / 7))))).toEqual([])
  expect(
    spikesOf(
      series(40, place => Math.round(50 * 1.1 ** place)),
      WEEK,
    ),
  ).toEqual([])
  expect(
    spikesOf(
      series(40, place => Math.round(50 * 1.2 ** place)),
      MONTH,
    ),
  ).toEqual([])
})

test('resuming after a week without tweets is not a spike', () => {
  expect(spikesOf(series(120, place => (place >= 70 && place < 77 ? 0 : 100)))).toEqual([])
})

test('tweets after months of silence are a spike, if they are ten', () => {
  expect(spikesOf(series(100, place => (place === 90 ? 9 : 0)))).toEqual([])
  expect(spikesOf(series(100, place => (place === 90 ? 10 : 0)))).toEqual([90])
})

test.each(Object.entries(SPIKE_RULES))('of %s, nothing is judged before there is enough history', (_interval, rule) => {
  const judged = judgeVolumes(
    series(rule.history + 10, place => (place === 0 ? null : 20)),
    rule,
  )
  expect(judged.findIndex(judgement => judgement !== null)).toBe(rule.shortestHistory + 1)
  expect(judged.at(-1)).toEqual({ usual: 20, isSpike: false })
})

test('a bucket that is not whole is not judged and judges no other', () => {
  const whole = series(120, () => 30)
  const judged = judgeVolumes(whole.with(100, null).with(110, 400), DAY)
  expect(judged[100]).toBeNull()
  expect(judged[107]).toEqual({ usual: 30, isSpike: false })
  expect(judged[110]).toEqual({ usual: 30, isSpike: true })
})

test('a judgement depends only on the history before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 60, maxLength: 150 }),
      fc.nat(),
      fc.constantFrom(DAY, WEEK),
      (volumes, seed, rule) => {
        const place = rule.history + (seed % (volumes.length - rule.history))
        const all = judgeVolumes(volumes, rule)
        const alone = judgeVolumes(volumes.slice(place - rule.history, place + 1), rule)
        expect(alone.at(-1)).toEqual(all[place])
      },
    ),
  )
})
