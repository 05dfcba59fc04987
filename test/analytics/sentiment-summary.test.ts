import { expect, test } from 'vitest'
import { SentimentSummary } from '../../src/analytics/sentiment-summary.ts'
import type { ModelVersion } from '../../src/models/service.ts'
import { judgedTweets } from '../support/judged-tweets.ts'

test('the intervals of a long trend leave the event loop to other requests', async () => {
  const { counts, evidence } = judgedTweets({ counts: [40, 30, 20, 10] })
  const summaries = Array.from(
    { length: 1000 },
    () => new SentimentSummary(counts, {} as ModelVersion, new Date(0), { read: async () => evidence, span: 0 }),
  )
  let isDone = false
  let turns = 0
  const count = () => {
    turns += 1
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  const estimates = await Promise.all(summaries.map(summary => summary.netSentiment()))
  isDone = true
  expect(new Set(estimates.map(({ value }) => value)).size).toBe(1)
  expect(turns).toBeGreaterThan(3)
})
