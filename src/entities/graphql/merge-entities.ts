import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import type { MergedEntity } from '../service.ts'
import { Entity } from './entity.ts'

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'The two entities of a merge.',
  fields: t => ({
    fromId: t.id({ required: true, description: 'Id of the entity that becomes an alias.' }),
    intoId: t.id({ required: true, description: 'Id of the entity that stays and keeps its name.' }),
    dryRun: t.boolean({
      defaultValue: true,
      description: 'If true, the merge is only counted. Set it to false to merge.',
    }),
  }),
})

interface MergeEntitiesPayloadValue {
  readonly merged: MergedEntity | null
  readonly isDryRun: boolean
  readonly userErrors: readonly Problem[]
}

const MergeEntitiesPayload = builder.objectRef<MergeEntitiesPayloadValue>('MergeEntitiesPayload').implement({
  description: 'The result of a merge or of its dry run, or the reasons why it failed.',
  fields: t => ({
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity that stays. Null if there are `userErrors`.',
      resolve: ({ merged }) => merged?.entity ?? null,
    }),
    isDryRun: t.exposeBoolean('isDryRun', {
      description: 'True if nothing was changed and the counts say what the merge would do.',
    }),
    movedCount: t.int({
      nullable: true,
      description:
        'Number of classifications, by all model versions, that move to the entity. Null if there are `userErrors`.',
      resolve: ({ merged }) => merged?.movedCount ?? null,
    }),
    droppedCount: t.int({
      nullable: true,
      description:
        'Number of classifications that are dropped because the entity that stays has one of the same tweet by the same model version. Null if there are `userErrors`.',
      resolve: ({ merged }) => merged?.droppedCount ?? null,
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('mergeEntities', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: MergeEntitiesPayload,
    nullable: true,
    description:
      'Moves all tweets of one entity to another, and makes its name and aliases aliases of that entity. All counts follow. The merge is atomic and does not block writes: a million classifications take about a minute. It cannot be undone, so it is a dry run unless `dryRun` is false.',
    complexity: 1000,
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'The two entities.' }) },
    resolve: async (_root, { input }, { entities }) => {
      const isDryRun = input.dryRun ?? true
      const ids = [idOf('Entity', input.fromId, 'input', 'fromId'), idOf('Entity', input.intoId, 'input', 'intoId')]
      const problems = ids.flatMap(id => (id.ok ? [] : [id.problem]))
      const [fromId = '', intoId = ''] = ids.flatMap(id => (id.ok ? [id.value] : []))
      if (problems.length > 0) return { merged: null, isDryRun, userErrors: problems }
      const merged = await entities.merge({ fromId, intoId }, isDryRun)
      return merged.ok
        ? { merged: merged.value, isDryRun, userErrors: [] }
        : { merged: null, isDryRun, userErrors: [underField(merged.problem, 'input')] }
    },
  }),
)
