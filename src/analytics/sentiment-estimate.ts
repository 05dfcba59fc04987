import { comparePeriods } from '../estimates/compare-periods.ts'
import type { Tweets } from '../estimates/contrast.ts'
import { estimateNetSentiment, estimateNetSentimentAll } from '../estimates/estimate-net-sentiment.ts'
import { estimateShare } from '../estimates/estimate-share.ts'
import type { Interval } from '../estimates/interval.ts'
import type { EntityEvidence } from '../evidence/evidence-reader.ts'
import { LABELS, type Label } from '../labels.ts'
import { type Estimate, mirrorEstimate } from '../statistics/estimate.ts'
import { wilson } from '../statistics/wilson.ts'
import type { LabelCounts } from './label-counts.ts'
import { netSentiment } from './net-sentiment.ts'
import { netSentimentAll } from './net-sentiment-all.ts'
import { sentimentDifference } from './sentiment-difference.ts'

/** What a figure rests on. */
export const ESTIMATE_BASES = ['MODEL', 'LABELS_AND_MODEL', 'LABELS'] as const
type EstimateBasis = (typeof ESTIMATE_BASES)[number]

/** A figure whose interval includes the error of the model. The sample size is the number of tweets that were read. */
export interface SentimentEstimate extends Estimate {
  readonly basis: EstimateBasis
  /** Those of the tweets with a human label. */
  readonly labelledCount: number
  /** Tweets of the entity, from any time, that were labelled at random. */
  readonly drawnCount: number
  /** The same figure from the model's labels alone, with an interval that covers only the sampling of tweets. */
  readonly sampling: Estimate
}

/** The answers of a model version about tweets of an entity, and what labels tell of them. */
export interface JudgedTweets {
  readonly counts: LabelCounts
  readonly evidence: EntityEvidence
  /** The tweets with a human label are those of this span of the evidence. */
  readonly span: number
}

/** The number of read tweets in each stratum, in the order of `STRATA`. */
const strataOf = (counts: LabelCounts): readonly number[] => [
  counts.positive - counts.uncertainPositive,
  counts.uncertainPositive,
  counts.neutral - counts.uncertainNeutral,
  counts.uncertainNeutral,
  counts.negative - counts.uncertainNegative,
  counts.uncertainNegative,
  counts.irrelevant - counts.uncertainIrrelevant,
  counts.uncertainIrrelevant,
]

/** Labels that were given since the tweets were counted may be more than the tweets. */
export function tweetsOf({ counts, evidence, span }: JudgedTweets): Tweets {
  const { perStratum = [], perLabel = [] } = evidence.known[span] ?? {}
  const unlabelled = strataOf(counts).map((count, stratum) => Math.max(0, count - (perStratum[stratum] ?? 0)))
  return { unlabelled, known: perLabel.length === 0 ? LABELS.map(() => 0) : perLabel }
}

const readCountOf = ({ positive, neutral, negative, irrelevant }: LabelCounts) =>
  positive + neutral + negative + irrelevant

const NO_INTERVAL = { value: null, low: null, high: null }

function shape(judged: readonly JudgedTweets[], interval: Interval | null, sampling: Estimate): SentimentEstimate {
  const tweets = judged.map(tweetsOf)
  const labelledCount = sum(tweets.flatMap(({ known }) => known))
  const unlabelledCount = sum(tweets.flatMap(({ unlabelled }) => unlabelled))
  // The periods of one entity share their evidence.
  const drawnCount = sum([...new Set(judged.map(({ evidence }) => evidence))].map(evidence => evidence.drawnCount))
  const isLabelled = labelledCount > 0 || drawnCount > 0
  return {
    ...(interval === null ? NO_INTERVAL : { value: interval.value, low: interval.low, high: interval.high }),
    sampleSize: sum(judged.map(({ counts }) => readCountOf(counts))),
    basis: labelledCount > 0 && unlabelledCount === 0 ? 'LABELS' : isLabelled ? 'LABELS_AND_MODEL' : 'MODEL',
    labelledCount,
    drawnCount,
    sampling,
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

export const netSentimentOf = (judged: JudgedTweets): SentimentEstimate =>
  shape(
    [judged],
    estimateNetSentiment(judged.evidence.posterior().labels, tweetsOf(judged)),
    netSentiment(judged.counts),
  )

export const netSentimentAllOf = (judged: JudgedTweets): SentimentEstimate =>
  shape(
    [judged],
    estimateNetSentimentAll(judged.evidence.posterior().labels, tweetsOf(judged)),
    netSentimentAll(judged.counts),
  )

const COLUMNS = {
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  NEGATIVE: 'negative',
  IRRELEVANT: 'irrelevant',
} as const satisfies Record<Label, keyof LabelCounts>

/** The share of the read tweets that have a label. */
export const labelShareOf = (judged: JudgedTweets, label: Label): SentimentEstimate =>
  shape(
    [judged],
    estimateShare(judged.evidence.posterior().labels, tweetsOf(judged), LABELS.indexOf(label)),
    wilson(judged.counts[COLUMNS[label]], readCountOf(judged.counts)),
  )

/** Net sentiment of one entity less that of another one. */
export const differenceEstimate = (
  difference: Interval | null,
  first: JudgedTweets,
  second: JudgedTweets,
): SentimentEstimate => shape([first, second], difference, sentimentDifference(first.counts, second.counts))

/** The same difference seen from the other side. */
export const mirrorSentiment = (estimate: SentimentEstimate): SentimentEstimate => ({
  ...estimate,
  ...mirrorEstimate(estimate),
  sampling: mirrorEstimate(estimate.sampling),
})

/** The share of the entity at `index` among the relevant tweets of all. */
export function relevantShareEstimate(
  share: Interval | null,
  index: number,
  all: readonly JudgedTweets[],
): SentimentEstimate {
  const relevant = all.map(({ counts: { positive, neutral, negative } }) => positive + neutral + negative)
  return shape(all, share, wilson(relevant[index] ?? 0, sum(relevant)))
}

/** Net sentiment in one period less that in another one, of the same entity. */
export interface SentimentChangeEstimate extends SentimentEstimate {
  readonly pValue: number | null
}

export function sentimentChangeOf(now: JudgedTweets, before: JudgedTweets): SentimentChangeEstimate {
  const difference = comparePeriods(now.evidence.posterior().labels, tweetsOf(now), tweetsOf(before))
  return {
    ...shape([now, before], difference, sentimentDifference(now.counts, before.counts)),
    pValue: difference?.pValue ?? null,
  }
}
