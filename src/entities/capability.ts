import './graphql/entity-alias.ts'
import './graphql/entity-by-name.ts'
import './graphql/merge-entities.ts'
import { createEntities, type Entities, type EntitiesOptions } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly entities: Entities
  }
}

interface EntitiesNeed extends Omit<EntitiesOptions, 'onChange'> {
  readonly onEntityChange: EntitiesOptions['onChange']
}

export const entities = ({ storage, now, onEntityChange }: EntitiesNeed) => ({
  entities: createEntities({ storage, now, onChange: onEntityChange }),
})
