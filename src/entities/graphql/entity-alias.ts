import { builder } from '../../graphql/builder.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, type Result, underField } from '../../problem/problem.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import { MAX_ALIASES } from '../add-alias.ts'
import { Entity } from './entity.ts'

const EntityAliasInput = builder.inputType('EntityAliasInput', {
  description: 'An entity and another name for it.',
  fields: t => ({
    entityId: t.globalID({ required: true, for: Entity, description: 'Id of an entity; `entities` lists them.' }),
    alias: t.string({ required: true, description: 'The other name, in any spelling; at most 200 characters.' }),
  }),
})

interface EntityPayloadValue {
  readonly entity: EntityRow | null
  readonly userErrors: readonly Problem[]
}

const EntityPayload = builder.objectRef<EntityPayloadValue>('EntityPayload').implement({
  description: 'Either the entity as it is now or the reasons why nothing was changed.',
  fields: t => ({
    entity: t.expose('entity', { type: Entity, nullable: true, description: 'Null where nothing was changed.' }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty where it worked.' }),
  }),
})

async function payloadOf(result: Result<null>, id: string, { database }: GraphqlContext): Promise<EntityPayloadValue> {
  if (!result.ok) return { entity: null, userErrors: [underField(result.problem, 'input')] }
  return { entity: await database.entity.findUnique({ where: { id } }), userErrors: [] }
}

builder.mutationFields(t => ({
  addEntityAlias: t.field({
    type: EntityPayload,
    description: `From now on tweets about the alias are stored and counted as tweets about the entity, and every place that takes a name finds it by the alias. A name that means another entity is a CONFLICT: merge the two instead. Repeating it changes nothing. At most ${MAX_ALIASES} for each entity.`,
    complexity: 10,
    args: { input: t.arg({ type: EntityAliasInput, required: true }) },
    resolve: async (_root, { input: { entityId, alias } }, context) =>
      payloadOf(await context.entities.addAlias(entityId.id, alias), entityId.id, context),
  }),
  removeEntityAlias: t.field({
    type: EntityPayload,
    description:
      'From now on the name means the entity no longer; the next tweet about it makes an entity of its own. What was stored under it stays where it is, so removing an alias does not undo a merge.',
    complexity: 10,
    args: { input: t.arg({ type: EntityAliasInput, required: true }) },
    resolve: async (_root, { input: { entityId, alias } }, context) =>
      payloadOf(await context.entities.removeAlias(entityId.id, alias), entityId.id, context),
  }),
}))
