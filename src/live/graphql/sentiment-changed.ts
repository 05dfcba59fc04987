import { SentimentBucket } from '../../analytics/graphql/sentiment-bucket.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Interval } from '../../graphql/interval.ts'

builder.subscriptionField('sentimentChanged', t =>
  t.field({
    authScopes: { READ: true },
    type: SentimentBucket,
    description:
      'The current time bucket of an entity, after every change of its counts and when the next bucket begins. New, removed and moved tweets, another summary model and another meaning of the name change counts. Emits at most about once per second and combines the changes in between; the latest state is never lost. Counts are those of `summaryModel`. Tweets that count in an earlier bucket emit nothing.',
    complexity: 20,
    args: {
      entity: t.arg.string({
        required: true,
        description: 'Name or alias of the entity, in any spelling; it need not be stored yet.',
      }),
      interval: t.arg({ type: Interval, defaultValue: 'HOUR', description: 'Length of the bucket.' }),
      timezone: t.arg.string({
        defaultValue: 'UTC',
        description: 'IANA time zone, such as Europe/Madrid, that determines the start of each bucket.',
      }),
    },
    subscribe: async (_root, { entity, interval, timezone }, { live }) =>
      valueOrError(await live.sentimentChanged({ entity, interval: interval ?? 'HOUR', timezone: timezone ?? null })),
    resolve: bucket => bucket,
  }),
)
