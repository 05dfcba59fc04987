import { builder } from '../../graphql/builder.ts'
import type { LabelCounts as LabelCountsValue } from '../label-counts.ts'

export const LabelCounts = builder.objectRef<LabelCountsValue>('LabelCounts').implement({
  description: 'How many classifications carry each label.',
  fields: t => ({
    positive: t.exposeInt('positive'),
    neutral: t.exposeInt('neutral'),
    negative: t.exposeInt('negative'),
    irrelevant: t.exposeInt('irrelevant'),
    uncertain: t.exposeInt('uncertain', {
      description:
        'Those among the four labels that the model called uncertain (`Prediction.isUncertain`). They count under their label as well.',
    }),
    total: t.exposeInt('total', { description: 'The sum of the four labels.' }),
  }),
})
