import type { EntityData } from './entity-query.ts'

/** Where the figure comes from, in words. */
export function describeReliability(reliability: EntityData['reliability']): string {
  if (reliability === null) return 'Nothing was measured about this model'
  if (reliability.source === 'IMPORTED_LABELS') return 'By labels that came with tweets about it'
  const dataset = reliability.evaluation?.dataset ?? 'an evaluation'
  return reliability.isOfEntity ? `About it, in ${dataset}` : `Of the model as a whole, in ${dataset}`
}
