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

test('no text is repeated so often that it reads as a template', () => {
  const core = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .split(' ')
      .filter(word => word.length > 3)
  const tweets = sampleTweets(NOW)
  // The rarest pair of long words that follow each other: a template would bring the same one again and again.
  const counts = new Map<string, number>()
  const pairs = tweets.map(({ text }) =>
    core(text).flatMap((word, at, all) => (at === 0 ? [] : [`${all[at - 1]} ${word}`])),
  )
  for (const pair of pairs.flatMap(found => [...new Set(found)])) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const rarest = pairs.map(found => Math.min(...found.map(pair => counts.get(pair) ?? 0)))
  expect(rarest.filter(count => count > 8).length).toBe(0)
})

test('some tweets of every brand have the label of a person', () => {
  const tweets = sampleTweets(NOW)
  for (const { name } of BRANDS) {
    const labels = tweets.filter(({ entity }) => entity === name).flatMap(({ sentiment }) => sentiment ?? [])
    expect(labels.length).toBeGreaterThanOrEqual(30)
    expect(new Set(labels)).toEqual(new Set(['Positive', 'Negative', 'Neutral']))
  }
})
