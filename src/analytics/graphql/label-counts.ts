import { builder } from '../../graphql/builder.ts'
import type { LabelCounts as LabelCountsValue } from '../label-counts.ts'

export const LabelCounts = builder.objectRef<LabelCountsValue>('LabelCounts').implement({
  description: 'Number of classifications with each label.',
  fields: t => ({
    positive: t.exposeInt('positive', { description: 'Classifications labelled POSITIVE.' }),
    neutral: t.exposeInt('neutral', { description: 'Classifications labelled NEUTRAL.' }),
    negative: t.exposeInt('negative', { description: 'Classifications labelled NEGATIVE.' }),
    irrelevant: t.exposeInt('irrelevant', { description: 'Classifications labelled IRRELEVANT.' }),
    uncertain: t.exposeInt('uncertain', {
      description:
        'Classifications that the model marked as uncertain (`Prediction.isUncertain`). They also count under their label.',
    }),
    undated: t.exposeInt('undated', {
      description:
        'Classifications of tweets without `postedAt`. They count at the time their tweet was stored, and also under their label.',
    }),
    total: t.exposeInt('total', { description: 'Sum of the four labels.' }),
  }),
})
