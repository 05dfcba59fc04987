import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Mention } from '../../ml/network/classifier.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { ModelVersion as ModelVersionRow } from '../../models/service.ts'
import { MAX_TEXT_LENGTH } from '../../problem/check-string.ts'
import type { Problem } from '../../problem/problem.ts'
import { Prediction, type PredictionValue } from './prediction.ts'

interface UnstoredPredictionValue extends PredictionValue {
  readonly mention: Mention
  /** Where its text begins in the text of the client, in Unicode code points. */
  readonly start: number
  readonly language: string | null
  readonly modelVersion: ModelVersionRow
}

export const UnstoredPrediction = builder.objectRef<UnstoredPredictionValue>('UnstoredPrediction').implement({
  description: 'The result of a model version for a text. It is not stored.',
  interfaces: [Prediction],
  fields: t => ({
    language: t.exposeString('language', {
      nullable: true,
      description:
        "The ISO 639 code of the text's language, such as `en`. Null if unsure, or if the model does not identify it.",
    }),
    model: t.expose('modelVersion', {
      type: ModelVersion,
      description: 'The model version that produced this result.',
    }),
  }),
})

interface PredictPayloadValue {
  readonly prediction: UnstoredPredictionValue | null
  readonly userErrors: readonly Problem[]
}

const PredictPayload = builder.objectRef<PredictPayloadValue>('PredictPayload').implement({
  description: 'A prediction, or the reasons why there is none.',
  fields: t => ({
    prediction: t.expose('prediction', {
      type: UnstoredPrediction,
      nullable: true,
      description: 'The prediction; null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the text was classified.' }),
  }),
})

builder.queryField('predict', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: PredictPayload,
    nullable: true,
    description: 'Classifies a text without storing anything.',
    complexity: 20,
    args: {
      text: t.arg.string({
        required: true,
        description: `The text, 1 to ${MAX_TEXT_LENGTH.toLocaleString('en')} characters (Unicode code points).`,
      }),
      entity: t.arg.string({
        description:
          'The entity to judge: a name or alias in any spelling. If omitted or blank: the sentiment of the whole message.',
      }),
      modelId: t.arg.globalID({
        for: ModelVersion,
        description:
          'Id of a model version. If omitted, the active one. The first use of another version takes a moment, because it is loaded then.',
      }),
    },
    resolve: async (_root, { text, entity, modelId }, { classification, models, signal }) => {
      const version = await models.resolveAnswering(modelId?.id ?? null)
      if (!version.ok) return { prediction: null, userErrors: [version.problem] }
      const mention = { text, entity: entity?.trim() || null }
      const [result] = await classification.predict([mention], version.value.version, { signal })
      if (result === undefined) throw new Error('One text gave no result.')
      if (!result.ok) return { prediction: null, userErrors: [aboutModel(result.problem)] }
      const { probabilities, ...scores } = result.value
      return {
        prediction: { ...scores, ...probabilities, mention, start: 0, modelVersion: version.value },
        userErrors: [],
      }
    },
  }),
)

/** The service has no field for the model: it takes a version, not an argument. */
const aboutModel = (problem: Problem): Problem =>
  problem.code === 'UNAVAILABLE' && problem.field === null ? { ...problem, field: ['modelId'] } : problem
