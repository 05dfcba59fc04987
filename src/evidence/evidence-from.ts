import { STRATA, stratumOf } from '../estimates/strata.ts'
import type { LabelledStratum, LabelRow } from '../labelling/strata/strata-of.ts'
import { LABELS } from '../labels.ts'

/**
 * The labels that tell how the model errs on the entity: those of review queues, and those of files in which all rows or
 * a random sample are labelled. Others may have been chosen for being striking. Each stratum counts as many labels as
 * equally probable ones of the same precision.
 */
export function evidenceFrom(strata: readonly LabelledStratum[]): readonly (readonly number[])[] {
  const counts: (readonly number[])[] = STRATA.map(() => LABELS.map(() => 0))
  for (const { predicted, isUncertain, drawn, ofFiles } of strata) {
    const [queues, files] = [precisionOf(drawn), precisionOf(ofFiles)]
    counts[stratumOf(predicted, isUncertain)] = LABELS.map(
      (_, label) => (drawn.labels[label] ?? 0) * queues + (ofFiles.labels[label] ?? 0) * files,
    )
  }
  return counts
}

const precisionOf = ({ count, effectiveCount }: { readonly count: number; readonly effectiveCount: number }) =>
  count === 0 ? 0 : effectiveCount / count

/** Labelled tweets of a span, whatever way they were chosen: their labels are known, so each counts once. */
export interface KnownTweets {
  /** By stratum of the model's answer. */
  readonly perStratum: readonly number[]
  /** By label. */
  readonly perLabel: readonly number[]
}

export function knownFrom(
  rows: readonly Pick<LabelRow, 'predicted' | 'isUncertain' | 'label' | 'count'>[],
): KnownTweets {
  const perStratum = STRATA.map(() => 0)
  const perLabel = LABELS.map(() => 0)
  for (const { predicted, isUncertain, label, count } of rows) {
    const [stratum, place] = [stratumOf(predicted, isUncertain), LABELS.indexOf(label)]
    perStratum[stratum] = (perStratum[stratum] ?? 0) + count
    perLabel[place] = (perLabel[place] ?? 0) + count
  }
  return { perStratum, perLabel }
}
