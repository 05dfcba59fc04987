import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { SentimentSummary as SentimentSummaryValue } from '../sentiment-summary.ts'
import { LabelCounts } from './label-counts.ts'

export const SentimentSummary = builder.objectRef<SentimentSummaryValue>('SentimentSummary').implement({
  description: 'Sentiment of a set of tweets towards an entity, according to one model version.',
  fields: t => ({
    counts: t.expose('counts', { type: LabelCounts, description: 'Number of tweets with each label.' }),
    netSentiment: t.expose('netSentiment', {
      type: Estimate,
      description:
        "(positive - negative) / (positive + negative), from -1 to 1, with Wilson's interval. `sampleSize` is positive + negative; the other values are null if it is 0.",
    }),
    netSentimentAll: t.expose('netSentimentAll', {
      type: Estimate,
      description:
        "(positive - negative) / (positive + neutral + negative), from -1 to 1, with Tango's score interval for a difference of two shares of one sample. `sampleSize` is the denominator; the other values are null if it is 0.",
    }),
    model: t.expose('modelVersion', {
      type: ModelVersion,
      description: 'The model version whose classifications are counted. Versions are never mixed.',
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description: 'Time of the count: everything stored before it is included.',
    }),
  }),
})
