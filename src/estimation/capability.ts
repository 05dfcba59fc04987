import './graphql/entity-sentiment-estimate.ts'
import './graphql/pair-estimates.ts'
import './graphql/queue-forecast.ts'
import type { Storage } from '../storage/storage.ts'
import { createEstimation, type Estimation } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly estimation: Estimation
  }
}

interface EstimationNeeds {
  readonly storage: Pick<Storage, 'pool'>
  readonly now: () => Date
}

export const estimation = ({ storage, now }: EstimationNeeds) => ({
  estimation: createEstimation({ pool: storage.pool, now }),
})
