import { setImmediate } from 'node:timers/promises'
import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import { compareNetSentiment, type Difference, type Side } from '../estimates/compare-net-sentiment.ts'
import { type ErrorModel, UNKNOWN_ERRORS } from '../estimates/error-model.ts'
import { estimateNetSentiment } from '../estimates/estimate-net-sentiment.ts'
import { labelPosterior } from '../estimates/label-posterior.ts'
import { ZERO } from '../estimates/matrix.ts'
import { shiftPosterior } from '../estimates/shift-posterior.ts'
import { priorOf } from '../estimates/shift-prior.ts'
import { widthsAfter } from '../estimates/widths-after.ts'
import { type LabelledSeries, readLabelledStrata } from '../labelling/strata/read-labelled-strata.ts'
import { adaptationReportSchema } from '../ml/evaluation/adaptation-report.ts'
import { estimationReportSchema } from '../ml/evaluation/estimates/estimation-report.ts'
import type { ModelVersion } from '../models/service.ts'
import type { TimeRange } from '../time/time-range.ts'
import { evidenceFrom, knownFrom } from './evidence.ts'
import { readAnswers } from './read-answers.ts'
import { readRemaining } from './read-remaining.ts'

/** What a figure rests on. */
export const ESTIMATE_BASES = ['MODEL', 'LABELS_AND_MODEL', 'LABELS'] as const

export interface SentimentEstimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly basis: (typeof ESTIMATE_BASES)[number]
  readonly tweetCount: number
  /** Tweets of the range with a human label. */
  readonly labelledCount: number
  /** Labels of the entity, from any time, that were drawn at random. */
  readonly drawnCount: number
  readonly modelVersion: ModelVersion
  readonly asOf: Date
}

/** A difference between two entities; null if one of them has no tweets in the range. */
export type PairEstimate = Difference | null

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
  readonly range: LabelledSeries['range']
}

/** Figures that include the error of the model. */
export interface Estimation {
  sentiment(entityId: string, modelVersion: ModelVersion, range: TimeRange): Promise<SentimentEstimate>
  /** Every pair of the entities, in the order of their positions: first, second. */
  differences(
    entityIds: readonly string[],
    modelVersion: ModelVersion,
    range: TimeRange,
  ): Promise<(first: number, second: number) => PairEstimate>
  /** How much narrower the interval of the tweets in the range of a queue becomes by labelling the rest of the queue. */
  forecast(queue: ForecastQueue, modelVersion: ModelVersion): Promise<QueueForecast>
}

export interface EstimationOptions {
  readonly pool: Pool
  readonly now: () => Date
}

const ALL_TIME = { from: null, to: null }

export function createEstimation({ pool, now }: EstimationOptions): Estimation {
  const strata = new DataLoader((series: readonly LabelledSeries[]) => readLabelledStrata(pool, series), {
    cache: false,
  })

  async function sideOf(entityId: string, modelVersion: ModelVersion, range: LabelledSeries['range']) {
    const errors = errorsOf(modelVersion)
    const series = { entityId, modelVersionId: modelVersion.id }
    const [answers, labelled, inRange] = await Promise.all([
      readAnswers(pool, { ...series, range }),
      strata.load({ ...series, range: ALL_TIME, isEvidence: true }),
      strata.load({ ...series, range, isEvidence: false }),
    ])
    const known = knownFrom(inRange)
    const evidence = evidenceFrom(labelled)
    const prior = priorOf(errors)
    const shift = shiftPosterior(evidence, errors, prior)
    const unlabelled = answers.map((count, stratum) => Math.max(0, count - (known.perStratum[stratum] ?? 0)))
    const tweets = { unlabelled, known: known.perLabel }
    return {
      side: {
        labelled: evidence,
        prior,
        shift,
        labels: labelPosterior(evidence, errors, shift),
        tweets,
      } satisfies Side,
      tweetCount: sum(answers),
      labelledCount: sum(known.perLabel),
      drawnCount: labelled.reduce((all, { drawn, ofFiles }) => all + drawn.count + ofFiles.count, 0),
    }
  }

  return {
    async sentiment(entityId, modelVersion, range) {
      const asOf = now()
      const { side, ...counts } = await sideOf(entityId, modelVersion, range)
      const interval = estimateNetSentiment(side.labels, side.tweets)
      const isAllLabelled = counts.tweetCount > 0 && sum(side.tweets.unlabelled) === 0
      const isLabelled = counts.labelledCount > 0 || counts.drawnCount > 0
      return {
        ...(interval ?? { value: null, low: null, high: null }),
        ...counts,
        basis: isAllLabelled ? 'LABELS' : isLabelled ? 'LABELS_AND_MODEL' : 'MODEL',
        modelVersion,
        asOf,
      }
    },
    async differences(entityIds, modelVersion, range) {
      const errors = errorsOf(modelVersion)
      const sides = await Promise.all(entityIds.map(id => sideOf(id, modelVersion, range)))
      const compare = compareNetSentiment(
        sides.map(({ side }) => side),
        errors,
        { mean: ZERO, covariance: errors.betweenSources },
      )
      return (first, second) =>
        sides[first]?.tweetCount === 0 || sides[second]?.tweetCount === 0 ? null : compare(first, second)
    },
    async forecast({ id, entityId, range }, modelVersion) {
      const [{ side }, remaining] = await Promise.all([
        sideOf(entityId, modelVersion, range),
        readRemaining(pool, id, modelVersion.id),
      ])
      const remainingCount = sum(remaining)
      const interval = estimateNetSentiment(side.labels, side.tweets)
      if (interval === null) return { halfWidth: null, expectedHalfWidth: null, remainingCount }
      const widths: number[] = []
      for (const width of widthsAfter(side, errorsOf(modelVersion), side.prior, remaining)) {
        widths.push(width)
        await setImmediate()
      }
      const halfWidth = (interval.high - interval.low) / 2
      const expected = sum(widths) / widths.length / 2
      return { halfWidth, expectedHalfWidth: remainingCount === 0 ? halfWidth : expected, remainingCount }
    },
  }
}

/** Error models by the stored report: each is parsed once, as long as the registry holds the version. */
const parsed = new WeakMap<object, ErrorModel>()

/** An adapted version has the error model of its parent, which is wider. Without any, a version may err in any way. */
function errorsOf({ estimates, adaptation }: ModelVersion): ErrorModel {
  const report = estimates ?? adaptation
  if (report === null || typeof report !== 'object') return UNKNOWN_ERRORS
  const known = parsed.get(report)
  if (known !== undefined) return known
  const errors =
    report === estimates ? estimationReportSchema.parse(report).errors : adaptationReportSchema.parse(report).errors
  parsed.set(report, errors ?? UNKNOWN_ERRORS)
  return errors ?? UNKNOWN_ERRORS
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
