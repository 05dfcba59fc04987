import { LABELS, type Label } from '../labels.ts'

/**
 * The strata of an entity's tweets: each label of the model, first the certain answers with it, then the uncertain ones.
 * Numbers per stratum are arrays in this order.
 */
export const STRATA = LABELS.flatMap(label => [
  { label, isUncertain: false },
  { label, isUncertain: true },
])

/** The position of an answer's stratum. */
export const stratumOf = (label: Label, isUncertain: boolean): number =>
  2 * LABELS.indexOf(label) + (isUncertain ? 1 : 0)
