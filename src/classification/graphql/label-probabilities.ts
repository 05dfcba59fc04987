import { builder } from '../../graphql/builder.ts'
import type { LabelProbabilities as LabelProbabilitiesValue } from '../../labels.ts'

export const LabelProbabilities = builder.objectRef<LabelProbabilitiesValue>('LabelProbabilities').implement({
  description:
    'How probable the model holds each label; they sum to 1. A label that the model was not trained on is exactly 0. Whether 0.8 means right in 80 % of cases is what `Evaluation.calibration` measures.',
  fields: t => ({
    positive: t.exposeFloat('positive'),
    neutral: t.exposeFloat('neutral'),
    negative: t.exposeFloat('negative'),
    irrelevant: t.exposeFloat('irrelevant'),
  }),
})
