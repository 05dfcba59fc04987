import './graphql/entity-top-terms.ts'
import type { Storage } from '../storage/storage.ts'
import { createTerms, type Terms } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly terms: Terms
  }
}

export const terms = ({ storage }: { readonly storage: Pick<Storage, 'pool'> }) => ({
  terms: createTerms(storage.pool),
})
