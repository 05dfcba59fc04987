import './graphql/queue-forecast.ts'
import type { AnalyticsService } from '../analytics/service.ts'
import type { Storage } from '../storage/storage.ts'
import { createEstimation, type Estimation } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly estimation: Estimation
  }
}

interface EstimationNeeds {
  readonly storage: Pick<Storage, 'pool'>
  readonly analytics: AnalyticsService
}

export const estimation = ({ storage, analytics }: EstimationNeeds) => ({
  estimation: createEstimation({ pool: storage.pool, analytics }),
})
