import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { parseRange } from '../../time/time-range.ts'
import { SentimentSummary } from './sentiment-summary.ts'

builder.prismaObjectFields('Entity', t => ({
  sentiment: t.field({
    type: SentimentSummary,
    description: 'For `summaryModel` unless another is named; versions are never mixed.',
    complexity: 10,
    args: {
      range: t.arg({ type: RangeInput }),
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async (entity, { range, model }, { analytics, models }) => {
      const span = valueOrError(parseRange(range))
      const version = valueOrError(await models.resolve(model?.id ?? null))
      return analytics.sentiment({ entityId: entity.id, modelVersion: version }, span)
    },
  }),
}))
