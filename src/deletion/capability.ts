import './graphql/delete-tweets.ts'
import type { Storage } from '../storage/storage.ts'
import { createDeletions, type Deletions } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly deletions: Deletions
  }
}

interface DeletionNeeds {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
}

export const deletion = ({ storage }: DeletionNeeds) => ({ deletions: createDeletions(storage) })
