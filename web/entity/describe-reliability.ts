import type { EntityData } from './entity-query.ts'

/** Where the figure comes from, in words. */
export function describeReliability(reliability: EntityData['reliability']): string {
  if (reliability === null) return 'Nothing was measured about this model'
  if (reliability.source === 'IMPORTED_LABELS') return 'On its own tweets here that came with a label'
  const dataset = reliability.evaluation?.dataset ?? 'an evaluation'
  return reliability.isOfEntity ? `On test tweets about it (${dataset})` : `On all test tweets (${dataset})`
}
