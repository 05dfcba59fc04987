import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { modelIdArgument } from '../../models/graphql/shown-version.ts'
import type { SentimentChange as SentimentChangeValue } from '../sentiment-reader.ts'
import { readScope } from './scope.ts'
import { SentimentEstimate } from './sentiment-estimate.ts'
import { SentimentSummary } from './sentiment-summary.ts'

const SentimentChange = builder.objectRef<SentimentChangeValue>('SentimentChange').implement({
  description:
    'How net sentiment changed from the period before a range to the range. The period before has the same local times of day in the time zone of the range. It is earlier by the fewest whole local days that keep the two apart. So seven days are compared with the seven days before them, and an hour with the same hour of the day before.',
  fields: t => ({
    difference: t.field({
      type: SentimentEstimate,
      description:
        "Net sentiment in the range minus net sentiment in the period before, from -2 to 2. The errors of the model that both periods share cancel. In `sampling`, the interval is Newcombe's hybrid score interval (1998, method 10) for the two shares of positive opinions. It is doubled, because net sentiment is 2 p - 1.",
      resolve: ({ difference }) => difference(),
    }),
    pValue: t.float({
      nullable: true,
      description:
        'Twice the probability that the true difference has the other sign. Null if one period has no tweets.',
      resolve: async ({ difference }) => (await difference()).pValue,
    }),
    before: t.expose('before', { type: SentimentSummary, description: 'Sentiment in the period before.' }),
    beforeFrom: t.field({
      type: 'DateTime',
      description: 'Start of the period before, inclusive.',
      resolve: ({ periodBefore }) => periodBefore.from,
    }),
    beforeTo: t.field({
      type: 'DateTime',
      description: 'End of the period before, exclusive.',
      resolve: ({ periodBefore }) => periodBefore.to,
    }),
  }),
})

builder.prismaObjectFields('Entity', t => ({
  sentimentChange: t.field({
    authScopes: { READ: true },
    type: SentimentChange,
    nullable: true,
    description: 'Compares net sentiment in a range with the period before it, according to one model version.',
    complexity: 10,
    args: {
      range: t.arg({
        type: RangeInput,
        required: true,
        description: 'Time range of the tweets. It must have both `from` and `to`.',
      }),
      ...modelIdArgument,
    },
    resolve: async (entity, args, context) => {
      const { range, modelVersion } = await readScope(args, context)
      return valueOrError(await context.analytics.sentimentChange({ entityId: entity.id, modelVersion }, range))
    },
  }),
}))
