import { builder } from '../../graphql/builder.ts'
import { SMALLEST_DEVIATION, SMALLEST_RISE, SMALLEST_SPIKE } from '../spikes/judge-volumes.ts'
import { SPIKE_RULES } from '../spikes/spike-rule.ts'
import type { SentimentBucket as SentimentBucketValue } from '../trend/trend-reader.ts'
import { SentimentSummary } from './sentiment-summary.ts'

/** The buckets before the range are found and counted once, but for a range of one bucket they are most of the work. */
const HISTORY_COST = 5

const HISTORY = Object.entries(SPIKE_RULES)
  .map(([interval, { shortestHistory }]) => `${shortestHistory} for ${interval}`)
  .join(', ')

export const SentimentBucket = builder.objectRef<SentimentBucketValue>('SentimentBucket').implement({
  description: 'One bucket of a trend. Each bucket ends at the start of the next one.',
  fields: t => ({
    start: t.expose('start', { type: 'DateTime', description: 'Start of the bucket, inclusive.' }),
    end: t.expose('end', { type: 'DateTime', description: 'End of the bucket, exclusive.' }),
    isPartial: t.exposeBoolean('isPartial', {
      description:
        'True if the range cuts the bucket, or if the bucket has not ended yet. Do not compare its counts with those of whole buckets.',
    }),
    isSpike: t.boolean({
      nullable: true,
      complexity: HISTORY_COST,
      description: `True if the bucket has far more tweets than usual, of any sentiment. It then has at least ${SMALLEST_SPIKE}, at least ${SMALLEST_RISE} times \`usualVolume\`, and is at least ${SMALLEST_DEVIATION} deviations above it. A deviation is the square root of \`usualVolume\` times the spread of the previous buckets (median absolute deviation, at least 1). Null for a partial bucket, and if fewer buckets precede it than required (${HISTORY}).`,
      resolve: async ({ judgeVolume }) => (await judgeVolume())?.isSpike ?? null,
    }),
    usualVolume: t.float({
      nullable: true,
      complexity: HISTORY_COST,
      description: `Usual number of tweets in such a bucket: the median of previous buckets, including those before the range. HOUR uses the same hour of the day in the last week, and DAY the same day of the week in the last eight weeks. WEEK and MONTH use the last ${SPIKE_RULES.WEEK.history} buckets. Null if \`isSpike\` is null.`,
      resolve: async ({ judgeVolume }) => (await judgeVolume())?.usual ?? null,
    }),
    summary: t.expose('summary', { type: SentimentSummary, description: 'Sentiment of the tweets in the bucket.' }),
  }),
})
