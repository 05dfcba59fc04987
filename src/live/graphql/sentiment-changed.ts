import { SentimentBucket } from '../../analytics/graphql/sentiment-bucket.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Interval } from '../../graphql/interval.ts'

builder.subscriptionField('sentimentChanged', t =>
  t.field({
    type: SentimentBucket,
    description:
      'The bucket that holds the present, each time its counts have changed or the next one has begun: as it is then, at most about once a second, with changes in between taken together. Changes are never lost: after a break, what it has become is told. For `summaryModel`; tweets that count in the past do not change it.',
    complexity: 20,
    args: {
      entity: t.arg.string({
        required: true,
        description: 'By its name or an alias, in any spelling; it need not be stored yet.',
      }),
      interval: t.arg({ type: Interval, defaultValue: 'HOUR' }),
      timezone: t.arg.string({
        defaultValue: 'UTC',
        description: 'An IANA name such as Europe/Madrid, which decides where buckets begin.',
      }),
    },
    subscribe: async (_root, { entity, interval, timezone }, { live }) =>
      valueOrError(await live.sentimentChanged({ entity, interval: interval ?? 'HOUR', timezone: timezone ?? null })),
    resolve: bucket => bucket,
  }),
)
