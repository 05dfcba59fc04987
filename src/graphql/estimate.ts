import type { Estimate as EstimateValue } from '../statistics/estimate.ts'
import { builder } from './builder.ts'

export const Estimate = builder.objectRef<EstimateValue>('Estimate').implement({
  description:
    'A measured value with its 95 % interval and the number of observations behind it. Without observations, value and interval are null.',
  fields: t => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Null when there is no evidence; never 0 instead.',
    }),
    low: t.exposeFloat('low', {
      nullable: true,
      description: 'Lower end of the 95 % interval. Null when there is no evidence.',
    }),
    high: t.exposeFloat('high', {
      nullable: true,
      description: 'Upper end of the 95 % interval. Null when there is no evidence.',
    }),
    sampleSize: t.exposeInt('sampleSize', { description: 'Number of observations that the value is computed from.' }),
  }),
})
