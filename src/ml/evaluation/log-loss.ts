import { probabilityOf, type ScoredRow } from './scored-row.ts'

/** What a probability of 0 counts as, so that one sure mistake costs 36 nats and not infinity; the same as scikit-learn's. */
const SMALLEST = Number.EPSILON

/** -ln of the probability that the row's own label was given, in nats. */
export const rowLogLoss = ({ actual, scores }: ScoredRow): number =>
  -Math.log(Math.max(SMALLEST, probabilityOf(scores.probabilities, actual)))

/** Mean over the rows; null without rows. */
export const logLoss = (rows: readonly ScoredRow[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + rowLogLoss(row), 0) / rows.length
