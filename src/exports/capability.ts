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
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly models: ModelRegistry
}

export const exports = ({ storage: { pool, prisma }, models }: ExportsNeed) => ({
  exports: createExports({ pool, database: prisma, models }),
})
