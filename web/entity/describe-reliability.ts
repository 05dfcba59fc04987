import type { EntityData } from './entity-query.ts'

/** The source of the figure, in words. */
export function describeReliability(reliability: EntityData['reliability']): string {
  if (reliability === null) return 'This model was not evaluated'
  if (reliability.source === 'HUMAN_LABELS') return 'Measured on human labels of its tweets'
  const dataset = reliability.evaluation?.dataset ?? 'an evaluation'
  return reliability.isOfEntity
    ? `Measured on test tweets about it (${dataset})`
    : `Measured on all test tweets (${dataset})`
}
