import type { ModelVersion } from '../../models/service.ts'
import type { TimeRange } from '../../time/time-range.ts'
import { NO_COUNTS } from '../label-counts.ts'
import type { SentimentReader } from '../sentiment-reader.ts'
import { SentimentSummary } from '../sentiment-summary.ts'
import { type EntityComparison, shapeComparison } from './entity-comparison.ts'

/** Compares every pair of the entities, in their order. */
export type ComparisonReader = <T extends { readonly id: string }>(
  entities: readonly T[],
  modelVersion: ModelVersion,
  range: TimeRange,
) => Promise<Pick<EntityComparison<T>, 'items' | 'pairs'>>

export const createComparisonReader =
  (sentiment: SentimentReader, now: () => Date): ComparisonReader =>
  async (entities, modelVersion, range) => {
    const asOf = now()
    const series = entities.map(({ id }) => ({ entityId: id, modelVersion }))
    const counted = await sentiment.countAll(series, range)
    return shapeComparison(
      entities.map((entity, index) => ({
        entity,
        summary: new SentimentSummary(counted[index] ?? NO_COUNTS, modelVersion, asOf),
      })),
    )
  }
