import './graphql/entity-alias.ts'
import './graphql/entity-queries.ts'
import './graphql/merge-entities.ts'
import type { Storage } from '../storage/storage.ts'
import { createEntities, type Entities } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly entities: Entities
  }
}

interface EntitiesNeed {
  readonly storage: Pick<Storage, 'pool'>
  readonly now: () => Date
  /** Called with the ids of entities whose figures changed. */
  readonly onEntityChange: (ids: readonly string[]) => void
}

export const entities = ({ storage, now, onEntityChange }: EntitiesNeed) => ({
  entities: createEntities({ pool: storage.pool, now, onChange: onEntityChange }),
})
