import { builder } from '../../graphql/builder.ts'
import { Entity } from './entity.ts'

builder.queryField('entity', t =>
  t.field({
    authScopes: { READ: true },
    type: Entity,
    nullable: true,
    description: 'The entity with this name or alias. Null if no tweet was ever stored about it.',
    args: { name: t.arg.string({ required: true, description: 'A name or an alias, in any spelling.' }) },
    resolve: (_root, { name }, { entities }) => entities.find(name),
  }),
)
