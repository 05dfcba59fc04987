import { builder } from '../../graphql/builder.ts'
import type { LabelCounts as LabelCountsValue } from '../label-counts.ts'

export const LabelCounts = builder.objectRef<LabelCountsValue>('LabelCounts').implement({
  description:
    'Number of classifications with each label. A classification of an unread text (`Prediction.unreadReason`) is no opinion, so it counts under no label.',
  fields: t => ({
    positive: t.exposeInt('positive', { description: 'Classifications labelled POSITIVE.' }),
    neutral: t.exposeInt('neutral', { description: 'Classifications labelled NEUTRAL.' }),
    negative: t.exposeInt('negative', { description: 'Classifications labelled NEGATIVE.' }),
    irrelevant: t.exposeInt('irrelevant', { description: 'Classifications labelled IRRELEVANT.' }),
    uncertain: t.exposeInt('uncertain', {
      description:
        'Classifications that the model marked as uncertain (`Prediction.isUncertain`), without those of unread texts. They also count under their label.',
    }),
    unreadable: t.exposeInt('unreadable', {
      description: 'Classifications of texts without a word that the model knows. They count under no label.',
    }),
    unsupportedLanguage: t.exposeInt('unsupportedLanguage', {
      description: 'Classifications of texts in a language that the model does not read. They count under no label.',
    }),
    undated: t.exposeInt('undated', {
      description:
        'Classifications of tweets without `postedAt`. They count at the time their tweet was stored, and in the other counts as well.',
    }),
    total: t.exposeInt('total', {
      description: 'Number of classifications: the sum of the four labels, `unreadable` and `unsupportedLanguage`.',
    }),
  }),
})
