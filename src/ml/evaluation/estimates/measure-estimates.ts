import { compareNetSentiment, type Side } from '../../../estimates/compare-net-sentiment.ts'
import type { Tweets } from '../../../estimates/contrast.ts'
import type { ErrorModel } from '../../../estimates/error-model.ts'
import { estimateNetSentiment } from '../../../estimates/estimate-net-sentiment.ts'
import { estimateShare } from '../../../estimates/estimate-share.ts'
import { fitErrorModel } from '../../../estimates/fit-error-model.ts'
import { type LabelPosterior, labelPosterior } from '../../../estimates/label-posterior.ts'
import { ZERO } from '../../../estimates/matrix.ts'
import { shiftPosterior } from '../../../estimates/shift-posterior.ts'
import { priorOf } from '../../../estimates/shift-prior.ts'
import { widthsAfter } from '../../../estimates/widths-after.ts'
import { seededRandom } from '../../../statistics/seeded-random.ts'
import type { ComparisonRow, CoverageRow } from './estimation-report.ts'
import { countLabels, type Judged, type JudgedEntity, netOf, sum, totalsOf } from './labelled-entities.ts'
import { netOfLabels } from './labels-alone.ts'

/** Numbers of labelled tweets per entity that are tried. */
const LABEL_NUMBERS = [0, 10, 25, 50, 100, 200, 400]
/** Of these, the ones at which entities are compared. */
const COMPARED_AT = [0, 25, 50, 100]
/** An entity needs this many tweets to be tested, and so many to be fitted. */
const FEWEST_TESTED = 50
const FEWEST_FITTED = 20
/** At most this share of an entity's tweets is labelled in a test. */
const MOST_LABELLED = 0.8
/** Entities of a source that are compared with each other. All pairs of hundreds would take hours. */
const COMPARED = 10

export interface Measured {
  readonly errors: ErrorModel
  readonly entities: readonly CoverageRow[]
  readonly comparisons: readonly ComparisonRow[]
}

export interface MeasureOptions {
  /** Random samples of labels per entity and number of labels. */
  readonly draws: number
  readonly seed: number
  readonly onProgress?: (sourcesDone: number) => void
}

/**
 * Fits an error model to labelled entities, and tests what its intervals are worth on sources that the fit did not see:
 * each source is left out in turn, labels of its entities are revealed at random, and the interval is compared with the
 * net sentiment of all labels. Throws a `RangeError` with fewer than two sources.
 */
export function measureEstimates(entities: readonly JudgedEntity[], options: MeasureOptions): Measured {
  const fitted = entities.filter(({ tweets }) => tweets.length >= FEWEST_FITTED)
  const sources = [...new Set(fitted.map(({ source }) => source))]
  if (sources.length < 2) throw new RangeError('An error model needs entities of at least two sources.')
  const random = seededRandom(options.seed)
  const rows = LABEL_NUMBERS.map(() => [] as Trial[])
  const pairs = COMPARED_AT.map(() => [] as PairTrial[])
  for (const [index, source] of sources.entries()) {
    const errors = fitOf(fitted.filter(entity => entity.source !== source))
    const tested = entities.filter(entity => entity.source === source && isTestable(entity))
    for (const entity of tested) testEntity(entity, errors, random, options.draws, rows)
    for (let start = 0; start + 1 < tested.length; start += COMPARED) {
      testPairs(tested.slice(start, start + COMPARED), errors, random, pairs)
    }
    options.onProgress?.(index + 1)
  }
  return {
    errors: fitOf(fitted),
    entities: LABEL_NUMBERS.flatMap((labelled, index) => coverageOf(labelled, rows[index] ?? [])),
    comparisons: COMPARED_AT.flatMap((labelled, index) => comparisonOf(labelled, pairs[index] ?? [])),
  }
}

const fitOf = (entities: readonly JudgedEntity[]) =>
  fitErrorModel(entities.map(({ source, tweets }) => ({ source, labelled: countLabels(tweets) })))

const isTestable = ({ tweets }: JudgedEntity) =>
  tweets.length >= FEWEST_TESTED && netOf(totalsOf(countLabels(tweets))) !== null

interface Trial {
  readonly entity: JudgedEntity
  readonly truth: number
  readonly value: number
  readonly low: number
  readonly high: number
  /** The width that was expected before the first label; null without labels. */
  readonly expectedWidth: number | null
  /** Of the four shares of labels: how many of the intervals contain the true share, and their mean length. */
  readonly shares: { readonly coverage: number; readonly width: number }
  readonly alone: { readonly value: number; readonly low: number; readonly high: number } | null
}

function testEntity(
  entity: JudgedEntity,
  errors: ErrorModel,
  random: () => number,
  draws: number,
  rows: readonly Trial[][],
): void {
  const trueTotals = totalsOf(countLabels(entity.tweets))
  const truth = netOf(trueTotals) ?? 0
  for (const [index, labelled] of LABEL_NUMBERS.entries()) {
    if (labelled > entity.tweets.length * MOST_LABELLED) break
    const expectedWidth = labelled === 0 ? null : expectWidth(entity, labelled, errors)
    // Without labels there is nothing to draw.
    for (let draw = 0; draw < (labelled === 0 ? 1 : draws); draw++) {
      const { labels, tweets, totals } = reveal(entity, labelled, errors, random)
      const interval = estimateNetSentiment(labels, tweets)
      if (interval === null) continue
      const alone = labelled === 0 ? null : netOfLabels(totals, entity.tweets.length)
      rows[index]?.push({
        entity,
        truth,
        ...interval,
        expectedWidth,
        shares: sharesOf(labels, tweets, trueTotals),
        alone,
      })
    }
  }
}

function sharesOf(labels: LabelPosterior, tweets: Tweets, trueTotals: readonly number[]) {
  const intervals = trueTotals.map((count, label) => {
    const { low = 0, high = 1 } = estimateShare(labels, tweets, label) ?? {}
    return { width: high - low, contains: contains(low, high, count / sum(trueTotals)) }
  })
  const mean = (values: readonly number[]) => sum(values) / values.length
  return { coverage: mean(intervals.map(one => one.contains)), width: mean(intervals.map(one => one.width)) }
}

/** Whether the interval has the truth inside. An end that equals it may differ by rounding. */
const contains = (low: number, high: number, truth: number) => Number(low - 1e-9 <= truth && truth <= high + 1e-9)

/** The mean width that simulated labels of a random sample give. */
function expectWidth(entity: JudgedEntity, count: number, errors: ErrorModel): number {
  const unlabelled = countLabels(entity.tweets).map(sum)
  // Rounded sums instead of rounded parts, so that the parts add up to `count`.
  const upTo = (stratum: number) => Math.round((sum(unlabelled.slice(0, stratum)) * count) / entity.tweets.length)
  const more = unlabelled.map((_, stratum) => upTo(stratum + 1) - upTo(stratum))
  const nothing = { labelled: [], tweets: { unlabelled, known: [0, 0, 0, 0] } }
  const widths = [...widthsAfter(nothing, errors, priorOf(errors), more)]
  return sum(widths) / widths.length
}

/** What is known after the labels of a random sample of the entity's tweets. */
function reveal(entity: JudgedEntity, count: number, errors: ErrorModel, random: () => number) {
  const shuffled = sampleFirst(entity.tweets, count, random)
  const labelled = countLabels(shuffled.slice(0, count))
  const unlabelled = countLabels(shuffled.slice(count)).map(sum)
  const totals = totalsOf(labelled)
  const prior = priorOf(errors)
  const shift = shiftPosterior(labelled, errors, prior)
  const labels = labelPosterior(labelled, errors, shift)
  return { labelled, prior, shift, labels, tweets: { unlabelled, known: totals }, totals }
}

/** A copy whose first elements are a random sample. */
function sampleFirst(tweets: readonly Judged[], count: number, random: () => number): Judged[] {
  const shuffled = [...tweets]
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (shuffled.length - index))
    const [a, b] = [shuffled[index], shuffled[other]]
    if (a && b) [shuffled[index], shuffled[other]] = [b, a]
  }
  return shuffled
}

/** An entity counts once, however often labels were drawn: figures are means over entities of means over draws. */
function coverageOf(labelled: number, trials: readonly Trial[]): CoverageRow[] {
  if (trials.length === 0) return []
  const byEntity = new Map<JudgedEntity, Trial[]>()
  for (const trial of trials) byEntity.set(trial.entity, [...(byEntity.get(trial.entity) ?? []), trial])
  const groups = [...byEntity.values()]
  const mean = (figure: (trial: Trial) => number) =>
    sum(groups.map(group => sum(group.map(figure)) / group.length)) / groups.length
  return [
    {
      labelled,
      entityCount: groups.length,
      drawCount: trials.length,
      coverage: mean(({ low, high, truth }) => contains(low, high, truth)),
      width: mean(({ low, high }) => high - low),
      expectedWidth: labelled === 0 ? null : mean(({ expectedWidth }) => expectedWidth ?? 0),
      meanError: mean(({ value, truth }) => Math.abs(value - truth)),
      signErrors: mean(({ low, high, truth }) => Number((low > 0 && truth < 0) || (high < 0 && truth > 0))),
      shares: { coverage: mean(({ shares }) => shares.coverage), width: mean(({ shares }) => shares.width) },
      labelsAlone:
        labelled === 0
          ? null
          : {
              coverage: mean(({ alone, truth }) => (alone ? contains(alone.low, alone.high, truth) : 0)),
              width: mean(({ alone }) => (alone ? alone.high - alone.low : 0)),
              meanError: mean(({ alone, truth }) => (alone ? Math.abs(alone.value - truth) : 0)),
            },
    },
  ]
}

interface PairTrial {
  readonly contains: boolean
  readonly isSignificant: boolean
  readonly isWrong: boolean
}

const SIGNIFICANCE = 0.05

function testPairs(
  entities: readonly JudgedEntity[],
  errors: ErrorModel,
  random: () => number,
  pairs: readonly PairTrial[][],
): void {
  const truths = entities.map(({ tweets }) => netOf(totalsOf(countLabels(tweets))) ?? 0)
  const source = { mean: ZERO, covariance: errors.betweenSources }
  for (const [index, labelled] of COMPARED_AT.entries()) {
    const sides: Side[] = entities.map(entity =>
      reveal(entity, Math.min(labelled, Math.floor(entity.tweets.length * MOST_LABELLED)), errors, random),
    )
    const compare = compareNetSentiment(sides, errors, source)
    for (let first = 0; first < sides.length; first++) {
      for (let second = first + 1; second < sides.length; second++) {
        const difference = compare(first, second)
        const truth = (truths[first] ?? 0) - (truths[second] ?? 0)
        if (difference === null) continue
        const isSignificant = difference.pValue < SIGNIFICANCE
        pairs[index]?.push({
          contains: difference.low <= truth && truth <= difference.high,
          isSignificant,
          isWrong: isSignificant && truth * difference.value < 0,
        })
      }
    }
  }
}

function comparisonOf(labelled: number, trials: readonly PairTrial[]): ComparisonRow[] {
  if (trials.length === 0) return []
  const share = (isCounted: (trial: PairTrial) => boolean) => trials.filter(isCounted).length / trials.length
  const significant = share(trial => trial.isSignificant)
  return [
    {
      labelled,
      pairCount: trials.length,
      coverage: share(trial => trial.contains),
      significant,
      wrong: significant === 0 ? null : share(trial => trial.isWrong) / significant,
    },
  ]
}
