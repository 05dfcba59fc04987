import { builder } from '../../graphql/builder.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { SentimentSummary as SentimentSummaryValue } from '../sentiment-summary.ts'
import { LabelCounts } from './label-counts.ts'
import { LabelShares } from './label-shares.ts'
import { INTERVAL_COST, SentimentEstimate } from './sentiment-estimate.ts'

export const SentimentSummary = builder.objectRef<SentimentSummaryValue>('SentimentSummary').implement({
  description:
    'Sentiment of a set of tweets towards an entity, according to one model version. Texts that it could not read (`Prediction.unreadReason`) are no opinions.',
  fields: t => ({
    counts: t.expose('counts', { type: LabelCounts, description: 'Number of tweets with each label.' }),
    netSentiment: t.field({
      type: SentimentEstimate,
      complexity: INTERVAL_COST,
      description:
        "(positive - negative) / (positive + negative), from -1 to 1. In `sampling`, the interval is Wilson's and `sampleSize` is positive + negative.",
      resolve: summary => summary.netSentiment(),
    }),
    netSentimentAll: t.field({
      type: SentimentEstimate,
      complexity: INTERVAL_COST,
      description:
        "(positive - negative) / (positive + neutral + negative), from -1 to 1. In `sampling`, the interval is Tango's score interval for a difference of two shares of one sample, and `sampleSize` is the denominator.",
      resolve: summary => summary.netSentimentAll(),
    }),
    shares: t.field({
      type: LabelShares,
      description: 'Share of each label.',
      resolve: summary => summary,
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
