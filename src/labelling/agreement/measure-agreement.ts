import { LABELS } from '../../labels.ts'
import { bootstrapEstimate } from '../../statistics/bootstrap-estimate.ts'
import { cohenKappa } from '../../statistics/cohen-kappa.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { krippendorffAlpha } from '../../statistics/krippendorff-alpha.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { RatedMention } from './read-ratings.ts'

/** Two annotators on the mentions that both have labelled. */
export interface PairAgreement {
  readonly first: string
  readonly second: string
  readonly observedAgreement: Estimate
  readonly cohenKappa: Estimate
}

export interface LabelAgreement {
  /** Mentions with labels of two or more annotators. */
  readonly mentionCount: number
  /** Share of those on which all annotators agree. */
  readonly observedAgreement: Estimate
  readonly krippendorffAlpha: Estimate
  /** Those with most mentions first. */
  readonly pairs: readonly PairAgreement[]
}

const RESAMPLES = 500
/** Fixed, so that the same labels always give the same intervals. */
const SEED = 1
/** Twenty annotators make 190 pairs; resampling each takes milliseconds. */
export const MAX_PAIRS = 50

/** Agreement beyond chance, with intervals that resample mentions. */
export function measureAgreement(mentions: readonly RatedMention[]): LabelAgreement {
  const units = mentions.map(({ labels }) => [...labels.values()].map(label => LABELS.indexOf(label)))
  const rated = units.filter(unit => unit.length >= 2)
  const resampling = () => ({ resamples: RESAMPLES, random: seededRandom(SEED) })
  return {
    mentionCount: rated.length,
    observedAgreement: wilson(rated.filter(unit => new Set(unit).size === 1).length, rated.length),
    krippendorffAlpha: bootstrapEstimate(rated, krippendorffAlpha, resampling()),
    pairs: pairsOf(mentions).map(({ first, second, ratings }) => ({
      first,
      second,
      observedAgreement: wilson(ratings.filter(([one, other]) => one === other).length, ratings.length),
      cohenKappa: bootstrapEstimate(ratings, cohenKappa, resampling()),
    })),
  }
}

interface Pair {
  readonly first: string
  readonly second: string
  readonly ratings: (readonly [number, number])[]
}

function pairsOf(mentions: readonly RatedMention[]): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  for (const { labels } of mentions) {
    const given = [...labels].sort(([one], [other]) => (one < other ? -1 : 1))
    given.forEach(([first, one], index) => {
      for (const [second, other] of given.slice(index + 1)) {
        const key = JSON.stringify([first, second])
        const pair = pairs.get(key) ?? { first, second, ratings: [] }
        pairs.set(key, pair)
        pair.ratings.push([LABELS.indexOf(one), LABELS.indexOf(other)])
      }
    })
  }
  return [...pairs.values()].sort((one, other) => other.ratings.length - one.ratings.length).slice(0, MAX_PAIRS)
}
