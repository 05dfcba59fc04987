import { builder } from '../../graphql/builder.ts'
import type { Label } from '../../labels.ts'
import type { SentimentSummary } from '../sentiment-summary.ts'
import { INTERVAL_COST, SentimentEstimate } from './sentiment-estimate.ts'

export const LabelShares = builder.objectRef<SentimentSummary>('LabelShares').implement({
  description:
    "Shares of the labels among the tweets that the model could read. In `sampling`, the intervals are Wilson's.",
  fields: t => {
    const share = (label: Label) =>
      t.field({
        type: SentimentEstimate,
        description: `Share of tweets that are truly ${label}.`,
        complexity: INTERVAL_COST,
        resolve: summary => summary.labelShare(label),
      })
    return {
      positive: share('POSITIVE'),
      neutral: share('NEUTRAL'),
      negative: share('NEGATIVE'),
      irrelevant: share('IRRELEVANT'),
    }
  },
})
