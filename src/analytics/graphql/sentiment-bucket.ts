import { builder } from '../../graphql/builder.ts'
import type { SentimentBucket as SentimentBucketValue } from '../analytics-service.ts'
import { SentimentSummary } from './sentiment-summary.ts'

export const SentimentBucket = builder.objectRef<SentimentBucketValue>('SentimentBucket').implement({
  description: 'One part of a trend. The buckets of a trend tile its range: each ends where the next begins.',
  fields: t => ({
    start: t.expose('start', { type: 'DateTime', description: 'Inside the bucket.' }),
    end: t.expose('end', { type: 'DateTime', description: 'No longer inside the bucket.' }),
    isPartial: t.exposeBoolean('isPartial', {
      description:
        'The range cut the bucket short, or it is not over yet: do not compare its counts with those of whole buckets.',
    }),
    summary: t.expose('summary', { type: SentimentSummary }),
  }),
})
