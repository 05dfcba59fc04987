import { percentile } from '../../statistics/percentile.ts'
import type { SpikeRule } from './spike-rule.ts'

/** A bucket with fewer tweets is not a spike, however few tweets the buckets before it have. */
export const SMALLEST_SPIKE = 10
/** A volume below this multiple of the usual one is not a spike, however steady the buckets before it are. */
export const SMALLEST_RISE = 1.5
/** Noise alone exceeds it less than once in a thousand buckets, if tweets are independent of each other. */
export const SMALLEST_DEVIATION = 5

/** From a median absolute deviation to a standard deviation, for a normal distribution. */
const MAD_TO_DEVIATION = 1.4826

export interface VolumeJudgement {
  /** The usual number of tweets in a bucket at this position of the day or week: a median. */
  readonly usual: number
  readonly isSpike: boolean
}

/**
 * Finds the buckets that have far more tweets than usual. Only the `history` buckets before a bucket judge it. The usual volume is the median
 * of those at the same position of the cycle (the same hour of the day, the same day of the week). The deviation is Pearson's residual of a
 * count, (volume - usual) / sqrt(usual), over the spread of the same residuals in the history. The spread is their median absolute deviation
 * (F. R. Hampel, JASA 69, 1974, 383-393), and at least 1, the spread of independent tweets, so that a flat series does not make every bump a
 * spike. A spike is at least 5 deviations above the usual volume, has at least 1.5 times that volume, and at least 10 tweets.
 * @param volumes counts of consecutive whole buckets in time order; null for a bucket that is not whole or precedes the series.
 * @returns one judgement for each bucket; null if it cannot be judged.
 */
export function judgeVolumes(volumes: readonly (number | null)[], rule: SpikeRule): (VolumeJudgement | null)[] {
  return volumes.map((volume, index) => {
    if (volume === null) return null
    const history = historyOf(volumes, index, rule)
    const known = history.filter(({ volume: past }) => past !== null)
    const usual = medianAt(history, 0)
    if (known.length < rule.shortestHistory || usual === null) return null
    return { usual, isSpike: isSpike(volume, usual, history) }
  })
}

interface Past {
  /** Buckets since the same position of the cycle; 0 is the position of the judged bucket. */
  readonly phase: number
  readonly volume: number | null
}

const historyOf = (volumes: readonly (number | null)[], at: number, { history, cycle }: SpikeRule): Past[] =>
  volumes
    .slice(Math.max(0, at - history), at)
    .reverse()
    .map((volume, index) => ({ phase: (index + 1) % cycle, volume }))

function isSpike(volume: number, usual: number, history: readonly Past[]): boolean {
  if (volume < SMALLEST_SPIKE || volume < SMALLEST_RISE * usual) return false
  const deviation = residual(volume, usual)
  return deviation >= SMALLEST_DEVIATION && deviation >= SMALLEST_DEVIATION * spreadOf(history)
}

/** Below one tweet a bucket, deviations are counted in tweets. */
const residual = (volume: number, usual: number) => (volume - usual) / Math.sqrt(Math.max(1, usual))

function spreadOf(history: readonly Past[]): number {
  const medians = new Map<number, number | null>()
  const deviations = history.flatMap(({ phase, volume }) => {
    if (!medians.has(phase)) medians.set(phase, medianAt(history, phase))
    const usual = medians.get(phase) ?? null
    return volume === null || usual === null ? [] : [Math.abs(residual(volume, usual))]
  })
  return MAD_TO_DEVIATION * (percentile(deviations, 0.5) ?? 0)
}

const medianAt = (history: readonly Past[], phase: number) =>
  percentile(
    history.flatMap(past => (past.phase === phase && past.volume !== null ? [past.volume] : [])),
    0.5,
  )
