import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import type { MergeOutcome } from '../merging/merge-entities.ts'
import { Entity } from './entity.ts'

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Which entity becomes a part of which.',
  fields: t => ({
    fromId: t.globalID({ required: true, for: Entity, description: 'Id of the entity that goes away.' }),
    intoId: t.globalID({
      required: true,
      for: Entity,
      description: 'Id of the entity that stays, and keeps its name.',
    }),
    dryRun: t.boolean({ defaultValue: true, description: 'Only count what would be moved. Say false to do it.' }),
  }),
})

interface MergeEntitiesPayloadValue {
  readonly outcome: MergeOutcome | null
  readonly isDryRun: boolean
  readonly entity: EntityRow | null
  readonly userErrors: readonly Problem[]
}

const MergeEntitiesPayload = builder.objectRef<MergeEntitiesPayloadValue>('MergeEntitiesPayload').implement({
  description: 'What was moved, or would be; or the reasons why nothing was.',
  fields: t => ({
    entity: t.expose('entity', {
      type: Entity,
      nullable: true,
      description: 'The entity that stays; null where there are `userErrors`.',
    }),
    isDryRun: t.exposeBoolean('isDryRun', { description: 'Nothing was changed: the numbers are what would be.' }),
    moved: t.int({
      nullable: true,
      description: 'Classifications, by all model versions, that belong to the entity now and did not before.',
      resolve: ({ outcome }) => outcome?.moved ?? null,
    }),
    duplicates: t.int({
      nullable: true,
      description:
        'Classifications that were dropped instead of moved, because the entity that stays has one of the same tweet by the same model.',
      resolve: ({ outcome }) => outcome?.duplicates ?? null,
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty where it worked.' }),
  }),
})

builder.mutationField('mergeEntities', t =>
  t.field({
    type: MergeEntitiesPayload,
    description:
      'Makes all that is stored about one entity be about another, and its name and aliases aliases of that one; counts follow exactly. It happens in one step: nobody sees a part of it. There is no way back, and so it only counts unless `dryRun` is false. A million classifications take about a minute, in which tweets go on being stored.',
    complexity: 1000,
    args: { input: t.arg({ type: MergeEntitiesInput, required: true }) },
    resolve: async (_root, { input }, { entities, database }) => {
      const isDryRun = input.dryRun ?? true
      const merged = await entities.merge({ fromId: input.fromId.id, intoId: input.intoId.id }, isDryRun)
      if (!merged.ok) {
        return { outcome: null, isDryRun, entity: null, userErrors: [underField(merged.problem, 'input')] }
      }
      const entity = await database.entity.findUnique({ where: { id: input.intoId.id } })
      return { outcome: merged.value, isDryRun, entity, userErrors: [] }
    },
  }),
)
