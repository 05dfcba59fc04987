import { expect, test } from 'vitest'
import { BRANDS, STORY_DAYS } from '../../sample/brands.ts'
import { sampleTweets } from '../../sample/sample-tweets.ts'

const NOW = Date.parse('2026-12-01T12:00:00Z')
const DAY_MS = 24 * 3_600_000

test('the sample is the same each time, and each tweet is another one', () => {
  const tweets = sampleTweets(NOW)
  expect(sampleTweets(NOW)).toEqual(tweets)
  const ofAnotherDay = sampleTweets(NOW + 3.5 * DAY_MS)
  expect(ofAnotherDay.map(({ id, text }) => [id, text])).toEqual(tweets.map(({ id, text }) => [id, text]))
  expect(new Set(tweets.map(({ id }) => id)).size).toBe(tweets.length)
  expect(new Set(tweets.map(({ text }) => text)).size).toBe(tweets.length)
})

test('the sample covers the story up to now, and every brand', () => {
  const tweets = sampleTweets(NOW)
  const days = tweets.map(({ posted_at }) => (NOW - Date.parse(posted_at)) / DAY_MS)
  expect(Math.max(...days)).toBeGreaterThan(STORY_DAYS - 3)
  expect(Math.max(...days)).toBeLessThanOrEqual(STORY_DAYS)
  expect(Math.min(...days)).toBeGreaterThan(0)
  expect(Math.min(...days)).toBeLessThan(1)
  for (const { name } of BRANDS) {
    const about = tweets.filter(({ entity }) => entity === name)
    expect(about.length).toBeGreaterThan(50)
    for (const { text } of about) expect(text).toContain(name)
  }
})
