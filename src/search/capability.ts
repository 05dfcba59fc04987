import './graphql/entity-classifications.ts'
import './graphql/entity-languages.ts'
import type { AnalyticsService } from '../analytics/service.ts'
import type { Storage } from '../storage/storage.ts'
import { createSearch, type Search } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly search: Search
  }
}

interface SearchNeeds {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly analytics: AnalyticsService
}

export const search = ({ storage: { pool, prisma }, analytics }: SearchNeeds) => ({
  search: createSearch({ pool, database: prisma, analytics }),
})
