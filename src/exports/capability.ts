import './graphql/export-classifications.ts'
import type { ModelRegistry } from '../models/service.ts'
import type { Storage } from '../storage/storage.ts'
import { createExports, type Exports } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly exports: Exports
  }
}

interface ExportsNeed {
  readonly storage: Pick<Storage, 'bulkPool' | 'prisma'>
  readonly models: ModelRegistry
}

export const exports = ({ storage: { bulkPool, prisma }, models }: ExportsNeed) => ({
  exports: createExports({ pool: bulkPool, database: prisma, models }),
})
