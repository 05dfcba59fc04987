import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Interval } from '../../graphql/interval.ts'
import { MAX_BUCKETS } from '../../time/time-buckets.ts'
import { trendCost } from '../trend/trend-cost.ts'
import { readScope, scopeArguments } from './scope.ts'
import { SentimentBucket } from './sentiment-bucket.ts'

builder.prismaObjectFields('Entity', t => ({
  trend: t.field({
    authScopes: { READ: true },
    type: [SentimentBucket],
    nullable: true,
    description: `Sentiment over time: consecutive buckets in time order, including those without tweets. If an end of the range is open, the trend begins or ends with the bucket of the first or last tweet. A range with more than ${MAX_BUCKETS} buckets is an error that suggests an interval.`,
    complexity: trendCost,
    args: {
      interval: t.arg({ type: Interval, defaultValue: 'DAY', description: 'Length of the buckets.' }),
      ...scopeArguments,
    },
    resolve: async (entity, { interval, ...args }, context) => {
      const { range, modelVersion } = await readScope(args, context)
      const series = { entityId: entity.id, modelVersion }
      return valueOrError(await context.analytics.trend(series, range, interval ?? 'DAY'))
    },
  }),
}))
