import type { ModelVersion } from '../../models/service.ts'
import type { TimeRange } from '../../time/time-range.ts'
import type { SentimentReader } from '../sentiment-reader.ts'
import { type EntityComparison, shapeComparison } from './entity-comparison.ts'

/** Compares every pair of the entities, in their order. */
export type ComparisonReader = <T extends { readonly id: string }>(
  entities: readonly T[],
  modelVersion: ModelVersion,
  range: TimeRange,
) => Promise<Pick<EntityComparison<T>, 'items' | 'pairs'>>

export const createComparisonReader =
  (sentiment: SentimentReader): ComparisonReader =>
  async (entities, modelVersion, range) => {
    const series = entities.map(({ id }) => ({ entityId: id, modelVersion }))
    const summaries = await sentiment.summaries(series, range)
    const compared = await Promise.all(
      summaries.map(async (summary, index) => ({ entity: entities[index], summary, judged: await summary.judged() })),
    )
    return shapeComparison(
      compared.flatMap(({ entity, ...figures }) => (entity === undefined ? [] : [{ entity, ...figures }])),
    )
  }
