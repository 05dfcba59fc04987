import { builder } from '../../graphql/builder.ts'
import { Entity } from './entity.ts'

export const EntityConnection = builder.connectionObject({ type: Entity, name: 'EntityConnection' })
