import { builder } from '../../graphql/builder.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'

type CalibrationValue = EvaluationReport['calibration']

const CalibrationBin = builder.objectRef<CalibrationValue['bins'][number]>('CalibrationBin').implement({
  description: 'Rows whose confidence lies in [low, high), the last bin including 1.',
  fields: t => ({
    low: t.exposeFloat('low'),
    high: t.exposeFloat('high'),
    count: t.exposeInt('count'),
    meanConfidence: t.exposeFloat('meanConfidence', { nullable: true, description: 'Null in an empty bin.' }),
    accuracy: t.exposeFloat('accuracy', { nullable: true, description: 'Null in an empty bin.' }),
  }),
})

export const Calibration = builder.objectRef<CalibrationValue>('Calibration').implement({
  description: 'Whether confidence means what it says: of the answers given with 0.8, are 80 % right?',
  fields: t => ({
    temperature: t.exposeFloat('temperature', {
      nullable: true,
      description:
        "By which the network's outputs are divided before the softmax; null where they are used as they are.",
    }),
    expectedCalibrationError: t.exposeFloat('expectedCalibrationError', {
      description: 'Mean distance between confidence and accuracy over the bins, weighted by their rows.',
    }),
    brier: t.exposeFloat('brier', {
      description:
        'Mean over rows of the summed squared differences between probabilities and truth; 0 is perfect, 2 the worst.',
    }),
    bins: t.expose('bins', { type: [CalibrationBin], complexity: { field: 1, multiplier: 3 } }),
  }),
})
