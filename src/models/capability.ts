import './graphql/compare-models.ts'
import './graphql/entity-known.ts'
import './graphql/models-query.ts'
import './graphql/promote-model.ts'
import type { LoadedModels } from './loaded-models.ts'
import type { ModelRegistry } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly models: ModelRegistry
    readonly loaded: Pick<LoadedModels, 'use'>
  }
}

export const models = ({ models, loaded }: { readonly models: ModelRegistry; readonly loaded: LoadedModels }) => ({
  models,
  loaded,
})
