import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import type { LabelProbabilities as LabelProbabilitiesValue } from '../../labels.ts'
import type { Scores } from '../../ml/network/classifier.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { LabelProbabilities } from './label-probabilities.ts'

/** What a stored classification's row and fresh scores have in common: the columns of the row. */
export type PredictionValue = Omit<Scores, 'probabilities'> & LabelProbabilitiesValue

export const Prediction = builder.interfaceRef<PredictionValue>('Prediction').implement({
  description: 'What a model says about a text and an entity, stored or not.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The most likely label.' }),
    isUncertain: t.exposeBoolean('isUncertain', {
      description:
        "Confidence is below the threshold that the model's card states, or so many of the words are unknown to the model or of another language that the label says little. Without a measured threshold, only a text without a known word.",
    }),
    probabilities: t.field({ type: LabelProbabilities, resolve: prediction => prediction }),
    confidence: t.exposeFloat('confidence', { description: 'The probability of `label`, from 0 to 1.' }),
    isTruncated: t.exposeBoolean('isTruncated', {
      description: 'The text has more tokens than the model reads; it judged a part of it.',
    }),
    unknownTokenShare: t.exposeFloat('unknownTokenShare', {
      description:
        "Share of the text's words that the model does not know or knows to be of another language, from 0 to 1; 1 for a text without words.",
    }),
    model: t.field({
      type: ModelVersion,
      description: 'The version that said so.',
      resolve: () => {
        throw new TypeError('Each kind of prediction finds its own model.')
      },
    }),
  }),
})
