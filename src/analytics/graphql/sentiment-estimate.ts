import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import type { ESTIMATE_BASES, SentimentEstimate as SentimentEstimateValue } from '../sentiment-estimate.ts'

const EstimateBasis = builder.enumType('EstimateBasis', {
  description: 'The evidence behind an estimate.',
  values: {
    MODEL: { description: "The model's answers and its known errors on other sources." },
    LABELS_AND_MODEL: { description: "Human labels of some tweets, and the model's answers about the others." },
    LABELS: { description: 'Human labels of all tweets that the figure is about.' },
  } satisfies Record<(typeof ESTIMATE_BASES)[number], { description: string }>,
})

/** An interval that includes the errors of the model takes several times as long as a plain field. */
export const INTERVAL_COST = 5

export const SentimentEstimate = builder.objectRef<SentimentEstimateValue>('SentimentEstimate').implement({
  description:
    'A figure about tweets with a 95 % interval that includes the errors of the model. `ModelVersion.estimation` shows how often such intervals contain the truth. Labels from a review queue make them narrower.',
  fields: t => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The estimate. Null without tweets; never 0 instead.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the interval. Null without a value.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of the interval. Null without a value.' }),
    sampleSize: t.exposeInt('sampleSize', {
      description: 'Number of tweets that the figure is about, without those that the model could not read.',
    }),
    basis: t.expose('basis', { type: EstimateBasis, description: 'The evidence behind the figure.' }),
    labelledCount: t.exposeInt('labelledCount', {
      description:
        'Number of these tweets with a human label. Labels of a file count only if the import said that they cover all rows or a random sample.',
    }),
    drawnCount: t.exposeInt('drawnCount', {
      description:
        "Number of the entity's tweets, from any time, that were labelled at random. They come from review queues, and from files in which all rows or a random sample are labelled. They tell how the model errs on this entity. Of a figure about several entities, the sum.",
    }),
    sampling: t.expose('sampling', {
      type: Estimate,
      description:
        "The same figure from the model's labels as if all were true. Its interval covers only the sampling of tweets, so that it is usually too narrow.",
    }),
  }),
})
