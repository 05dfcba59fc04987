import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Mention } from '../../ml/network/classifier.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { ModelVersion as ModelVersionRow } from '../../models/service.ts'
import type { Problem } from '../../problem/problem.ts'
import { Prediction, type PredictionValue } from './prediction.ts'

interface UnstoredPredictionValue extends PredictionValue {
  readonly mention: Mention
  readonly modelVersion: ModelVersionRow
}

export const UnstoredPrediction = builder.objectRef<UnstoredPredictionValue>('UnstoredPrediction').implement({
  description: 'What the model would say. Nothing of it is kept.',
  interfaces: [Prediction],
  fields: t => ({
    model: t.expose('modelVersion', { type: ModelVersion, description: 'The version that said so.' }),
  }),
})

interface PredictPayloadValue {
  readonly prediction: UnstoredPredictionValue | null
  readonly userErrors: readonly Problem[]
}

const PredictPayload = builder.objectRef<PredictPayloadValue>('PredictPayload').implement({
  description: 'Either a prediction or the reasons why there is none.',
  fields: t => ({
    prediction: t.expose('prediction', { type: UnstoredPrediction, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
})

builder.queryField('predict', t =>
  t.field({
    type: PredictPayload,
    description: 'What the model would say about a text. Stores nothing.',
    complexity: 20,
    args: {
      text: t.arg.string({ required: true, description: '1 to 10,000 Unicode code points.' }),
      entity: t.arg.string({
        description: 'What the text is asked about. Left out or blank: the sentiment of the whole message.',
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
      if (result === undefined) throw new Error('One text gave no answer.')
      if (!result.ok) return { prediction: null, userErrors: [aboutModel(result.problem)] }
      const { probabilities, ...scores } = result.value
      return { prediction: { ...scores, ...probabilities, mention, modelVersion: version.value }, userErrors: [] }
    },
  }),
)

/** Unlike a text that is too long, a model that cannot be loaded has no place in the input of the service. */
const aboutModel = (problem: Problem): Problem =>
  problem.code === 'UNAVAILABLE' && problem.field === null ? { ...problem, field: ['modelId'] } : problem
