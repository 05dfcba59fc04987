import { builder } from '../../graphql/builder.ts'
import { Entity } from './entity.ts'

export const EntityConnection = builder.connectionObject(
  { type: Entity, name: 'EntityConnection', description: 'One page of a list of entities.' },
  { name: 'EntityEdge', description: 'An entity and its position in the list.' },
)
