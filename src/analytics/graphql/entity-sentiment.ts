import { builder } from '../../graphql/builder.ts'
import { readScope, scopeArguments } from './scope.ts'
import { SentimentSummary } from './sentiment-summary.ts'

builder.prismaObjectFields('Entity', t => ({
  sentiment: t.field({
    authScopes: { READ: true },
    type: SentimentSummary,
    nullable: true,
    description: 'Sentiment of the tweets about the entity in a range, according to one model version.',
    complexity: 10,
    args: scopeArguments,
    resolve: async (entity, args, context) => {
      const { range, modelVersion } = await readScope(args, context)
      return context.analytics.sentiment({ entityId: entity.id, modelVersion }, range)
    },
  }),
}))
