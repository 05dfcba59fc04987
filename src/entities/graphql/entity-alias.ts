import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { MAX_ENTITY_NAME_LENGTH } from '../../ml/language/entity-key.ts'
import { type Problem, type Result, underField } from '../../problem/problem.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import { MAX_ALIASES } from '../add-alias.ts'
import { Entity } from './entity.ts'

const EntityAliasInput = builder.inputType('EntityAliasInput', {
  description: 'An entity and one of its aliases.',
  fields: t => ({
    entityId: t.id({ required: true, description: 'Id of the entity. `entities` lists them.' }),
    alias: t.string({
      required: true,
      description: `Another name of the entity, in any spelling; at most ${MAX_ENTITY_NAME_LENGTH} characters.`,
    }),
  }),
})

interface EntityPayloadValue {
  readonly entity: EntityRow | null
  readonly userErrors: readonly Problem[]
}

const EntityPayload = builder.objectRef<EntityPayloadValue>('EntityPayload').implement({
  description: 'The changed entity, or the reasons why nothing changed.',
  fields: t => ({
    entity: t.expose('entity', {
      type: Entity,
      nullable: true,
      description: 'The entity after the change. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

interface AliasInput {
  readonly entityId: string
  readonly alias: string
}

async function payloadOf(
  { entityId, alias }: AliasInput,
  change: (id: string, alias: string) => Promise<Result<EntityRow>>,
): Promise<EntityPayloadValue> {
  const id = idOf('Entity', entityId, 'input', 'entityId')
  if (!id.ok) return { entity: null, userErrors: [id.problem] }
  const changed = await change(id.value, alias)
  return changed.ok
    ? { entity: changed.value, userErrors: [] }
    : { entity: null, userErrors: [underField(changed.problem, 'input')] }
}

builder.mutationFields(t => ({
  addEntityAlias: t.field({
    authScopes: { ADMIN: true },
    type: EntityPayload,
    nullable: true,
    description: `Adds an alias to an entity. From then on, tweets about the alias are stored and counted as tweets about the entity. The alias finds the entity in every argument that takes a name, and models read it in texts as a name of the entity. Stored answers do not change. Fails with CONFLICT if the name already means another entity; use \`mergeEntities\` then. Repeating the call changes nothing. An entity can have at most ${MAX_ALIASES} aliases.`,
    complexity: 10,
    args: { input: t.arg({ type: EntityAliasInput, required: true, description: 'The entity and the new alias.' }) },
    resolve: (_root, { input }, { entities }) => payloadOf(input, entities.addAlias),
  }),
  removeEntityAlias: t.field({
    authScopes: { ADMIN: true },
    type: EntityPayload,
    nullable: true,
    description:
      'Unlinks an alias. The next tweet that mentions it creates a separate entity. Tweets that were stored under the alias stay with the entity, so this does not undo a merge.',
    complexity: 10,
    args: {
      input: t.arg({ type: EntityAliasInput, required: true, description: 'The entity and the alias to remove.' }),
    },
    resolve: (_root, { input }, { entities }) => payloadOf(input, entities.removeAlias),
  }),
}))
