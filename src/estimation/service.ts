import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import { tweetsOf } from '../analytics/sentiment-estimate.ts'
import type { AnalyticsService } from '../analytics/service.ts'
import { createSemaphore } from '../concurrency/semaphore.ts'
import { estimateNetSentiment } from '../estimates/estimate-net-sentiment.ts'
import { widthsAfter } from '../estimates/widths-after.ts'
import type { ModelVersion } from '../models/service.ts'
import type { TimeRange } from '../time/time-range.ts'
import { readRemaining } from './read-remaining.ts'

/** What the rest of a review queue is worth. */
export interface QueueForecast {
  /** Half the width of the interval now; null without tweets. */
  readonly halfWidth: number | null
  /** Half the width that is expected after the whole queue is labelled; null without tweets. */
  readonly expectedHalfWidth: number | null
  /** Tweets of the queue without a label that was drawn at random. */
  readonly remainingCount: number
}

/** A review queue, as far as a forecast needs it. */
interface ForecastQueue {
  readonly id: string
  readonly entityId: string
  readonly range: Pick<TimeRange, 'from' | 'to'>
}

/** What labels would change. */
export interface Estimation {
  /** How much narrower the interval of the tweets in the range of a queue becomes by labelling the rest of the queue. */
  forecast(queue: ForecastQueue, modelVersion: ModelVersion): Promise<QueueForecast>
}

interface EstimationOptions {
  readonly pool: Pool
  readonly analytics: Pick<AnalyticsService, 'sentiment'>
}

/** Forecasts run one after another: together, each turn of the event loop would have a step of every one. */
const oneAtATime = createSemaphore(1)

export const createEstimation = ({ pool, analytics }: EstimationOptions): Estimation => ({
  async forecast({ id, entityId, range }, modelVersion) {
    const [summary, remaining] = await Promise.all([
      analytics.sentiment({ entityId, modelVersion }, { ...range, timezone: 'UTC' }),
      readRemaining(pool, id, modelVersion.id),
    ])
    const judged = await summary.judged()
    const { labelled, errors, posterior } = judged.evidence
    const tweets = tweetsOf(judged)
    const remainingCount = sum(remaining)
    const interval = estimateNetSentiment(posterior().labels, tweets)
    if (interval === null) return { halfWidth: null, expectedHalfWidth: null, remainingCount }
    const widths = await oneAtATime(() =>
      collect(widthsAfter({ labelled, tweets }, errors, posterior().prior, remaining)),
    )
    const halfWidth = (interval.high - interval.low) / 2
    const expected = sum(widths) / widths.length / 2
    return { halfWidth, expectedHalfWidth: remainingCount === 0 ? halfWidth : expected, remainingCount }
  },
})

/** Everything else of the process runs between two steps. */
async function collect(steps: Iterable<number>): Promise<readonly number[]> {
  const values: number[] = []
  for (const value of steps) {
    values.push(value)
    await setImmediate()
  }
  return values
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
