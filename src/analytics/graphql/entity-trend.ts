import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Interval } from '../../graphql/interval.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { MAX_BUCKETS } from '../../time/time-buckets.ts'
import { parseRange } from '../../time/time-range.ts'
import { trendCost } from '../trend-cost.ts'
import { SentimentBucket } from './sentiment-bucket.ts'

builder.prismaObjectFields('Entity', t => ({
  trend: t.field({
    type: [SentimentBucket],
    description: `In time order; buckets without tweets are there with zero counts. An open end stands for the bucket of the first or last tweet. More than ${MAX_BUCKETS} buckets, an unknown zone, or \`from\` not before \`to\` is an error that names what would have worked.`,
    complexity: trendCost,
    args: {
      range: t.arg({ type: RangeInput }),
      interval: t.arg({ type: Interval, defaultValue: 'DAY' }),
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async (entity, { range, interval, model }, { analytics, models }) => {
      const span = valueOrError(parseRange(range))
      const version = valueOrError(await models.resolve(model?.id ?? null))
      const series = { entityId: entity.id, modelVersion: version }
      return valueOrError(await analytics.trend(series, span, interval ?? 'DAY'))
    },
  }),
}))
