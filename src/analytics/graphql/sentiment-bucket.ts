import { builder } from '../../graphql/builder.ts'
import type { SentimentBucket as SentimentBucketValue } from '../service.ts'
import { SMALLEST_DEVIATION, SMALLEST_RISE, SMALLEST_SPIKE } from '../spikes/judge-volumes.ts'
import { SPIKE_RULES } from '../spikes/spike-rule.ts'
import { SentimentSummary } from './sentiment-summary.ts'

/** The buckets before the range are found and counted once, but for a range of one bucket they are most of the work. */
const HISTORY_COST = 5

const HISTORY = Object.entries(SPIKE_RULES)
  .map(([interval, { shortestHistory }]) => `${shortestHistory} for ${interval}`)
  .join(', ')

export const SentimentBucket = builder.objectRef<SentimentBucketValue>('SentimentBucket').implement({
  description: 'One part of a trend. The buckets of a trend tile its range: each ends where the next begins.',
  fields: t => ({
    start: t.expose('start', { type: 'DateTime', description: 'Inside the bucket.' }),
    end: t.expose('end', { type: 'DateTime', description: 'No longer inside the bucket.' }),
    isPartial: t.exposeBoolean('isPartial', {
      description:
        'The range cut the bucket short, or it is not over yet: do not compare its counts with those of whole buckets.',
    }),
    isSpike: t.boolean({
      nullable: true,
      complexity: HISTORY_COST,
      description: `Far more tweets than usual, of whatever sentiment: at least ${SMALLEST_SPIKE}, at least ${SMALLEST_RISE} times \`usualVolume\`, and ${SMALLEST_DEVIATION} deviations above it. A deviation is the square root of \`usualVolume\`, times the spread (median absolute deviation, at least 1) of the same figure in the buckets before. Null for a partial bucket and for want of history (${HISTORY}).`,
      resolve: async ({ judgeVolume }) => (await judgeVolume())?.isSpike ?? null,
    }),
    usualVolume: t.float({
      nullable: true,
      complexity: HISTORY_COST,
      description: `Tweets that such a bucket usually has: the median of the buckets before it, those before the range among them, that stand at the same hour of the day (HOUR, of a week) or on the same day of the week (DAY, of eight weeks); of all ${SPIKE_RULES.WEEK.history} before it for WEEK and MONTH. Null where \`isSpike\` is.`,
      resolve: async ({ judgeVolume }) => (await judgeVolume())?.usual ?? null,
    }),
    summary: t.expose('summary', { type: SentimentSummary }),
  }),
})
