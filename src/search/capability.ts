import './graphql/entity-classifications.ts'
import type { Storage } from '../storage/storage.ts'
import { createSearch, type Search } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly search: Search
  }
}

export const search = ({ storage }: { readonly storage: Pick<Storage, 'pool'> }) => ({
  search: createSearch(storage.pool),
})
