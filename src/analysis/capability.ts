import './graphql/analyze.ts'
import type { ClassificationService } from '../classification/service.ts'
import type { Storage } from '../storage/storage.ts'
import { type Analysis, createAnalysis } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly analyses: Analysis
  }
}

interface AnalysisNeeds {
  readonly storage: Pick<Storage, 'pool'>
  readonly classification: ClassificationService
}

export const analysis = ({ storage, classification }: AnalysisNeeds) => ({
  analyses: createAnalysis({ pool: storage.pool, classification }),
})
