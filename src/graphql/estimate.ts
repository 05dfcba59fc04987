import type { Estimate as EstimateValue } from '../statistics/estimate.ts'
import { builder } from './builder.ts'

export const Estimate = builder.objectRef<EstimateValue>('Estimate').implement({
  description:
    'A measured value with its 95 % interval and the number of observations behind it. Without observations all three are null.',
  fields: t => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Null without evidence, and never 0 for want of it.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the 95 % interval.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of the 95 % interval.' }),
    sampleSize: t.exposeInt('sampleSize', { description: 'How many observations the value rests on.' }),
  }),
})
