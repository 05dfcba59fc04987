import { STRATA, stratumOf } from '../estimates/strata.ts'
import type { LabelledStratum } from '../labelling/strata/strata-of.ts'
import { LABELS } from '../labels.ts'

/**
 * The labels that tell how the model errs on the entity: those of random draws, because others may have been chosen for
 * being striking. Each stratum counts as many labels as equally probable ones of the same precision.
 */
export function evidenceFrom(strata: readonly LabelledStratum[]): readonly (readonly number[])[] {
  const counts: (readonly number[])[] = STRATA.map(() => LABELS.map(() => 0))
  for (const { predicted, isUncertain, drawn } of strata) {
    const share = drawn.count === 0 ? 0 : drawn.effectiveCount / drawn.count
    counts[stratumOf(predicted, isUncertain)] = drawn.labels.map(count => count * share)
  }
  return counts
}

/** Labelled tweets of a range, whatever way they were chosen: their labels are known. */
export interface KnownTweets {
  /** By stratum of the model's answer. */
  readonly perStratum: readonly number[]
  /** By label. */
  readonly perLabel: readonly number[]
}

export function knownFrom(strata: readonly LabelledStratum[]): KnownTweets {
  const perStratum = STRATA.map(() => 0)
  const perLabel = LABELS.map(() => 0)
  for (const { predicted, isUncertain, drawn, others } of strata) {
    perStratum[stratumOf(predicted, isUncertain)] = drawn.count + others.count
    for (const [label] of LABELS.entries()) {
      perLabel[label] = (perLabel[label] ?? 0) + (drawn.labels[label] ?? 0) + (others.labels[label] ?? 0)
    }
  }
  return { perStratum, perLabel }
}
