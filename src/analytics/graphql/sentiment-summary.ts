import { builder } from '../../graphql/builder.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { SentimentSummary as SentimentSummaryValue } from '../sentiment-summary.ts'
import { Estimate } from './estimate.ts'
import { LabelCounts } from './label-counts.ts'

export const SentimentSummary = builder.objectRef<SentimentSummaryValue>('SentimentSummary').implement({
  description: 'What the tweets about an entity feel, by one model version.',
  fields: t => ({
    counts: t.expose('counts', { type: LabelCounts }),
    netSentiment: t.expose('netSentiment', {
      type: Estimate,
      description:
        "(positive - negative) / (positive + negative), from -1 to 1, with Wilson's interval; null without opinions. `sampleSize` is positive + negative.",
    }),
    netSentimentAll: t.expose('netSentimentAll', {
      type: Estimate,
      description:
        "(positive - negative) / (positive + neutral + negative), from -1 to 1, with Tango's score interval for a difference of two shares of one sample; null without any. `sampleSize` is the denominator.",
    }),
    modelVersions: t.field({
      type: [ModelVersion],
      complexity: { multiplier: 1 },
      description: 'Whose answers were counted. Versions are never mixed, so it is one.',
      resolve: ({ modelVersion }) => [modelVersion],
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Everything stored before this time is counted.' }),
  }),
})
