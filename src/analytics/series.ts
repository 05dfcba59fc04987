import type { ModelVersion } from '../models/service.ts'
import type { CountedSeries } from './read-counts.ts'

/** The classifications of one entity by one model version. */
export interface Series {
  readonly entityId: string
  readonly modelVersion: ModelVersion
}

export const idsOf = ({ entityId, modelVersion }: Series): CountedSeries => ({
  entityId,
  modelVersionId: modelVersion.id,
})
