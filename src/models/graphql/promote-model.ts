import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import { promoteModel } from '../promote-model.ts'
import type { ModelVersion as ModelVersionRow } from '../service.ts'
import { ModelVersion } from './model-version.ts'

const PromoteModelInput = builder.inputType('PromoteModelInput', {
  description: 'Input of `promoteModel`.',
  fields: t => ({
    modelId: t.id({ required: true, description: 'Id of the model version to promote; `models` lists them.' }),
  }),
})

interface PromoteModelPayloadValue {
  readonly model: ModelVersionRow | null
  readonly userErrors: readonly Problem[]
}

const PromoteModelPayload = builder.objectRef<PromoteModelPayloadValue>('PromoteModelPayload').implement({
  description: 'The active model version, or the reasons why nothing was changed.',
  fields: t => ({
    model: t.expose('model', {
      type: ModelVersion,
      nullable: true,
      description: 'The version that is now active; null if nothing was changed.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description: 'Empty if the mutation succeeded.',
    }),
  }),
})

const rejected = (problem: Problem): PromoteModelPayloadValue => ({ model: null, userErrors: [problem] })

builder.mutationField('promoteModel', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: PromoteModelPayload,
    nullable: true,
    description:
      'Makes a model version active: in this process at once, in all others on this database within two seconds. The previously active version becomes the BASELINE. The choice survives releases with another default model. Summaries follow at once if the version has classified every stored mention. Otherwise they stay with `summaryModel` until a `startReclassification` job is complete, and both versions classify new tweets. A version whose weights cannot be loaded is rejected.',
    complexity: 100,
    args: {
      input: t.arg({ type: PromoteModelInput, required: true, description: 'The model version to promote.' }),
    },
    resolve: async (_root, { input }, { models, loaded }) => {
      const id = idOf('ModelVersion', input.modelId, 'input', 'modelId')
      if (!id.ok) return rejected(id.problem)
      const promoted = await promoteModel({ registry: models, loaded }, id.value)
      if (promoted.ok) return { model: promoted.value, userErrors: [] }
      return rejected({ ...promoted.problem, field: ['input', 'modelId'] })
    },
  }),
)
