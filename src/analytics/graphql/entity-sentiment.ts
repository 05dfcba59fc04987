import { builder } from '../../graphql/builder.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { MODEL_ID, RANGE, readScope } from './scope.ts'
import { SentimentSummary } from './sentiment-summary.ts'

builder.prismaObjectFields('Entity', t => ({
  sentiment: t.field({
    type: SentimentSummary,
    nullable: true,
    description: 'Sentiment of the tweets about the entity in a range, according to one model version.',
    complexity: 10,
    args: {
      range: t.arg({ type: RangeInput, description: RANGE }),
      modelId: t.arg.globalID({ for: ModelVersion, description: MODEL_ID }),
    },
    resolve: async (entity, args, context) => {
      const { range, modelVersion } = await readScope(args, context)
      return context.analytics.sentiment({ entityId: entity.id, modelVersion }, range)
    },
  }),
}))
