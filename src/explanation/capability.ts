import './graphql/explanation.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { Storage } from '../storage/storage.ts'
import { createExplanations, type Explanations } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly explanations: Explanations
  }
}

interface ExplanationNeeds {
  readonly storage: Pick<Storage, 'pool'>
  readonly loaded: LoadedModels
}

export const explanation = ({ storage, loaded }: ExplanationNeeds) => ({
  explanations: createExplanations({ loaded, pool: storage.pool }),
})
