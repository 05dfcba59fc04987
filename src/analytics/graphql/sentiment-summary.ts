import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { SentimentSummary as SentimentSummaryValue } from '../sentiment-summary.ts'
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
    adjustedNetSentiment: t.field({
      type: Estimate,
      complexity: 20,
      description:
        "Net sentiment of the labels that are probably right: the counts of all labels multiplied by the inverse of the model's confusion matrix, so that errors which favour one side are taken out (for two labels Rogan and Gladen's estimator); where that gives shares below 0, the nearest possible ones. The matrix is that of the newest evaluation on the split by tweet with all the model's labels; it may be of the recipe trained anew for that split. The interval is a bootstrap's of both samples, counts and matrix, each tweet of the evaluation counted once. It assumes that the model confuses labels on these tweets as often as it did there, which nobody has measured for your tweets. `sampleSize` is the number of counts; null without them, where no opinions are left, and where the model has no such evaluation.",
      resolve: (summary, _args, { analytics }) => analytics.adjustedNetSentiment(summary),
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
