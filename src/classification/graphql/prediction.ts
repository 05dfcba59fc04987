import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import type { LabelProbabilities as LabelProbabilitiesValue } from '../../labels.ts'
import type { Scores } from '../../ml/network/classifier.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { LabelProbabilities } from './label-probabilities.ts'
import { UnreadReason } from './unread-reason.ts'

/** The columns that a stored classification and fresh scores share. */
export type PredictionValue = Omit<Scores, 'probabilities' | 'language'> & LabelProbabilitiesValue

export const Prediction = builder.interfaceRef<PredictionValue>('Prediction').implement({
  description: 'The result of a model version for a text and an entity, stored or not.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The most probable label.' }),
    isUncertain: t.exposeBoolean('isUncertain', {
      description:
        "True if the label is unreliable. Either `confidence` is below the threshold on the model's card, or too many words are unknown to the model or in another language. It is also true if the text does not name the entity. For a model without a measured threshold: true only if no word is known.",
    }),
    probabilities: t.field({
      type: LabelProbabilities,
      description: 'The probability of each label.',
      resolve: prediction => prediction,
    }),
    confidence: t.exposeFloat('confidence', { description: 'The probability of `label`, from 0 to 1.' }),
    isTruncated: t.exposeBoolean('isTruncated', {
      description: 'True if the text has more tokens than the model reads: the label then rests on a part of it.',
    }),
    unknownTokenShare: t.exposeFloat('unknownTokenShare', {
      description:
        'The fraction of the words that are unknown to the model or in another language, from 0 to 1. A text without words has 1.',
    }),
    unreadReason: t.expose('unreadReason', {
      type: UnreadReason,
      nullable: true,
      description:
        'Why the label is no opinion: the model could not read the text. Such a classification is uncertain and counts under no label. Null if the text was read.',
    }),
    model: t.field({
      type: ModelVersion,
      description: 'The model version that produced this result.',
      resolve: () => {
        throw new TypeError('Each kind of prediction resolves its own model.')
      },
    }),
  }),
})
