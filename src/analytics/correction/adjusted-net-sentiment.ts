import type { Label } from '../../labels.ts'
import { type Estimate, NO_EVIDENCE } from '../../statistics/estimate.ts'
import { percentile } from '../../statistics/percentile.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import type { LabelCounts } from '../label-counts.ts'
import { drawShares } from './draw-shares.ts'
import { HALF, type LabelCorrection, type Matrix } from './label-correction.ts'
import { nearestShares } from './nearest-shares.ts'

/** Fixed, so that the same counts always give the same interval. */
const SEED = 2

/**
 * Net sentiment of the true labels, -1 to 1, estimated from counts of the labels that a model gave. If each label is confused with the others
 * as often as in the evaluation, the given shares are the true shares times the matrix of errors, and its inverse recovers the true ones
 * (W. J. Rogan and B. Gladen, American Journal of Epidemiology 107, 1978, 71-76, for two labels; G. Forman, Data Mining and Knowledge
 * Discovery 17, 2008, 164-206, for more). If the result has shares below 0, the nearest valid shares are used (`nearestShares`).
 *
 * The interval is that of a parametric bootstrap of both samples: counts drawn from the product of the corrected shares and the matrix of
 * errors (a Dirichlet distribution with half an observation of each label added), each corrected by a matrix drawn from that of the
 * evaluation (`correction.resampled`). It is the middle 95 % of the results, widened to include the value if necessary. No evidence without
 * counts, and if the corrected shares have no opinions.
 */
export function adjustedNetSentiment(counts: LabelCounts, correction: LabelCorrection): Estimate {
  const { labels, errors, inverse, resampled } = correction
  const { total } = counts
  if (total === 0) return NO_EVIDENCE
  const given = labels.map(label => counts[label.toLowerCase() as Lowercase<Label>] / total)
  const corrected = nearestShares(times(given, inverse))
  const value = netOf(corrected, labels)
  if (value === null) return NO_EVIDENCE
  const random = seededRandom(SEED)
  const weights = times(corrected, errors).map(share => share * total + HALF)
  const drawn = resampled.flatMap(
    drawnInverse => netOf(nearestShares(times(drawShares(weights, random), drawnInverse)), labels) ?? [],
  )
  return {
    value,
    low: Math.min(value, percentile(drawn, 0.025) ?? value),
    high: Math.max(value, percentile(drawn, 0.975) ?? value),
    sampleSize: total,
  }
}

function netOf(shares: readonly number[], labels: readonly Label[]): number | null {
  const [positive, negative] = [shares[labels.indexOf('POSITIVE')] ?? 0, shares[labels.indexOf('NEGATIVE')] ?? 0]
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
}

/** A row of shares times a matrix. */
const times = (shares: readonly number[], matrix: Matrix) =>
  shares.map((_, column) => shares.reduce((sum, share, row) => sum + share * (matrix[row]?.[column] ?? 0), 0))
