import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import { promoteModel } from '../promote-model.ts'
import type { ModelVersion as ModelVersionRow } from '../service.ts'
import { ModelVersion } from './model-version.ts'

const PromoteModelInput = builder.inputType('PromoteModelInput', {
  description: 'Which version is to be the active one.',
  fields: t => ({
    modelId: t.globalID({
      required: true,
      for: ModelVersion,
      description: 'Id of a model version; `models` lists them.',
    }),
  }),
})

interface PromoteModelPayloadValue {
  readonly model: ModelVersionRow | null
  readonly userErrors: readonly Problem[]
}

const PromoteModelPayload = builder.objectRef<PromoteModelPayloadValue>('PromoteModelPayload').implement({
  description: 'Either the version that is active now or the reasons why nothing was changed.',
  fields: t => ({
    model: t.expose('model', {
      type: ModelVersion,
      nullable: true,
      description: 'The active version; null where nothing was changed.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty where the version is active now.' }),
  }),
})

builder.mutationField('promoteModel', t =>
  t.field({
    type: PromoteModelPayload,
    description:
      'Makes a version the one that answers, here and within two seconds in every process on this database; the one before becomes the BASELINE. It stays so when a release brings another default. Summaries follow at once if the version has classified everything that is stored; otherwise they stay with `summaryModel` until `startReclassification` is complete, and new tweets are classified by both. A version whose weights cannot be loaded is refused.',
    complexity: 100,
    args: { input: t.arg({ type: PromoteModelInput, required: true }) },
    resolve: async (_root, { input }, { models, loaded }) => {
      const promoted = await promoteModel({ registry: models, loaded }, input.modelId.id)
      if (promoted.ok) return { model: promoted.value, userErrors: [] }
      return { model: null, userErrors: [underField({ ...promoted.problem, field: ['modelId'] }, 'input')] }
    },
  }),
)
