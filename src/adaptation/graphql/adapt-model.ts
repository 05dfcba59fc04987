import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Gain } from '../../ml/adaptation/gain.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { ModelVersion as ModelVersionRow } from '../../models/service.ts'
import { type Problem, type Result, succeed, underField } from '../../problem/problem.ts'
import { AdaptationGain } from './model-adaptation.ts'

const MOST_ENTITIES = 100

const AdaptModelInput = builder.inputType('AdaptModelInput', {
  description: 'Input of `adaptModel`.',
  fields: t => ({
    modelId: t.id({
      description:
        'Id of the model version to adapt. If omitted, the active one. An adapted version is made again from the version that it was adapted from.',
    }),
    entities: t.stringList({
      description: `Only labels about these entities, by name or alias, at most ${MOST_ENTITIES}. If omitted, all labels.`,
    }),
    name: t.string({
      description:
        'Name of the new version: lower-case letters, digits and hyphens. If omitted, the name of the model with -adapted appended.',
    }),
  }),
})

interface AdaptModelPayloadValue {
  readonly model: ModelVersionRow | null
  readonly gain: Gain | null
  readonly userErrors: readonly Problem[]
}

const AdaptModelPayload = builder.objectRef<AdaptModelPayloadValue>('AdaptModelPayload').implement({
  description: 'The new model version, or the reasons why none was made.',
  fields: t => ({
    model: t.expose('model', {
      type: ModelVersion,
      nullable: true,
      description: 'The new version, which is not promoted; null if none was made.',
    }),
    gain: t.expose('gain', {
      type: AdaptationGain,
      nullable: true,
      description: 'The gain of the adaptation, also if it was too small. Null if it was not measured.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('adaptModel', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: AdaptModelPayload,
    nullable: true,
    description:
      'Makes a model version whose last layer has learned from the labels of people. Labels of files count if all rows or a random sample are labelled. It takes seconds. The version is not promoted: use `startReclassification`, `compareModels` and `promoteModel`. With fewer than 50 labelled tweets, or if cross-validation does not show a gain, none is made, and `userErrors` has a `CONFLICT`.',
    complexity: 2000,
    args: {
      input: t.arg({ type: AdaptModelInput, required: true, description: 'The version to adapt, and the labels.' }),
    },
    resolve: async (_root, { input }, { adaptations }) => {
      const refused = (problem: Problem) => ({ model: null, gain: null, userErrors: [underField(problem, 'input')] })
      const id: Result<string | null> =
        input.modelId == null ? succeed(null) : idOf('ModelVersion', input.modelId, 'modelId')
      if (!id.ok) return refused(id.problem)
      const entities = input.entities ?? []
      if (entities.length > MOST_ENTITIES) {
        const message = `entities must have at most ${MOST_ENTITIES} names; omit it for all.`
        return refused({ code: 'TOO_MANY', message, field: ['entities'] })
      }
      const { model, gain, problem } = await adaptations.adapt({
        modelId: id.value,
        entities,
        name: input.name ?? null,
        command: 'adaptModel',
      })
      return { model, gain, userErrors: problem === null ? [] : [underField(problem, 'input')] }
    },
  }),
)
