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
    adjustedNetSentiment: t.field({
      type: Estimate,
      nullable: true,
      complexity: 20,
      description:
        "Net sentiment corrected for the known errors of the model. The counts of all labels are multiplied by the inverse of the model's confusion matrix, which removes errors that favour one side. For two labels, this is Rogan and Gladen's estimator. If the result has shares below 0, the nearest valid shares are used. The matrix comes from the newest evaluation on the split by tweet that has all labels of the model. It may measure the recipe, trained anew for that split. The interval is a bootstrap of the counts and the matrix, with each tweet of the evaluation counted once. The correction assumes that the model confuses labels on these tweets as often as in the evaluation. That has not been measured for your tweets. `sampleSize` is the number of counts. The other values are null if it is 0, if no opinions are left, or if the model has no such evaluation.",
      resolve: (summary, _args, { analytics }) => analytics.adjustedNetSentiment(summary),
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
