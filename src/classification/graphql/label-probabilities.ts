import { builder } from '../../graphql/builder.ts'
import type { LabelProbabilities as LabelProbabilitiesValue } from '../../labels.ts'

export const LabelProbabilities = builder.objectRef<LabelProbabilitiesValue>('LabelProbabilities').implement({
  description:
    'The probability of each label according to the model; they sum to 1. A label that the model was not trained on is exactly 0. `Evaluation.calibration` measures whether labels with a probability of 0.8 are right in 80 % of cases.',
  fields: t => ({
    positive: t.exposeFloat('positive', { description: 'Probability of POSITIVE, from 0 to 1.' }),
    neutral: t.exposeFloat('neutral', { description: 'Probability of NEUTRAL, from 0 to 1.' }),
    negative: t.exposeFloat('negative', { description: 'Probability of NEGATIVE, from 0 to 1.' }),
    irrelevant: t.exposeFloat('irrelevant', { description: 'Probability of IRRELEVANT, from 0 to 1.' }),
  }),
})
