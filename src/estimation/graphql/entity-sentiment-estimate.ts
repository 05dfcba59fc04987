import { readScope, scopeArguments } from '../../analytics/graphql/scope.ts'
import { builder } from '../../graphql/builder.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { ESTIMATE_BASES, SentimentEstimate as SentimentEstimateValue } from '../service.ts'

/** Reads every classification of the range. */
const COST = 300

const EstimateBasis = builder.enumType('EstimateBasis', {
  description: 'The evidence behind an estimate.',
  values: {
    MODEL: { description: "The model's answers and its known errors on other sources." },
    LABELS_AND_MODEL: { description: "Human labels of some tweets, and the model's answers about the others." },
    LABELS: { description: 'Human labels of all tweets in the range.' },
  } satisfies Record<(typeof ESTIMATE_BASES)[number], { description: string }>,
})

const SentimentEstimate = builder.objectRef<SentimentEstimateValue>('SentimentEstimate').implement({
  description:
    'Net sentiment of the tweets in a range with a 95 % interval that includes the error of the model. The interval of `SentimentSummary.netSentiment` covers only the sampling of tweets.',
  fields: t => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The estimated (positive - negative) / (positive + negative), from -1 to 1. Null without tweets.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the interval. Null without tweets.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of the interval. Null without tweets.' }),
    basis: t.expose('basis', { type: EstimateBasis, description: 'The evidence behind the estimate.' }),
    tweetCount: t.exposeInt('tweetCount', { description: 'Number of tweets in the range.' }),
    labelledCount: t.exposeInt('labelledCount', {
      description:
        'Number of these tweets with a human label. Labels of a file count only if the import said that they cover all rows or a random sample.',
    }),
    drawnCount: t.exposeInt('drawnCount', {
      description:
        "Number of the entity's tweets, from any time, that were labelled at random. They come from review queues, and from files in which all rows or a random sample are labelled. They tell how the model errs on this entity.",
    }),
    model: t.expose('modelVersion', { type: ModelVersion, description: 'The model version whose answers are used.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Time of the count.' }),
  }),
})

builder.prismaObjectFields('Entity', t => ({
  sentimentEstimate: t.field({
    type: SentimentEstimate,
    nullable: true,
    description:
      'Net sentiment with the error of the model inside the interval. `ModelVersion.estimation` shows how often such intervals contain the truth. Labels from a review queue make the interval narrower.',
    complexity: COST,
    args: scopeArguments,
    resolve: async (entity, args, context) => {
      const { range, modelVersion } = await readScope(args, context)
      return context.estimation.sentiment(entity.id, modelVersion, range)
    },
  }),
}))
