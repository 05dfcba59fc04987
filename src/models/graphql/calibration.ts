import { builder } from '../../graphql/builder.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'

type CalibrationValue = EvaluationReport['calibration']

const CalibrationBin = builder.objectRef<CalibrationValue['bins'][number]>('CalibrationBin').implement({
  description: 'The scored rows whose confidence is above `low`, up to and including `high`.',
  fields: t => ({
    low: t.exposeFloat('low', { description: 'Lower end of the range of confidence, exclusive.' }),
    high: t.exposeFloat('high', { description: 'Upper end of the range of confidence, inclusive.' }),
    count: t.exposeInt('count', { description: 'Number of rows in the bin.' }),
    meanConfidence: t.exposeFloat('meanConfidence', {
      nullable: true,
      description: 'Mean confidence of the rows in the bin; null if it is empty.',
    }),
    accuracy: t.exposeFloat('accuracy', {
      nullable: true,
      description: 'Share of the rows in the bin that were labelled correctly; null if it is empty.',
    }),
  }),
})

export const Calibration = builder.objectRef<CalibrationValue>('Calibration').implement({
  description:
    'How well confidence matches accuracy: of the answers with confidence 0.8, about 80 % should be correct.',
  fields: t => ({
    temperature: t.exposeFloat('temperature', {
      nullable: true,
      description: 'Divisor of the logits before the softmax; null if the model is not temperature-scaled.',
    }),
    expectedCalibrationError: t.exposeFloat('expectedCalibrationError', {
      description: 'Mean absolute difference between confidence and accuracy over the bins, weighted by their rows.',
    }),
    brier: t.exposeFloat('brier', {
      description:
        'Brier score: mean over the rows of the summed squared differences between probabilities and true label. 0 is perfect, 2 is the worst.',
    }),
    bins: t.expose('bins', {
      type: [CalibrationBin],
      complexity: { field: 1, multiplier: 3 },
      description: 'The bins of a reliability diagram, by rising confidence.',
    }),
  }),
})
