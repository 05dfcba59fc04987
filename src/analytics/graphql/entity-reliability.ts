import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { Evaluation } from '../../models/graphql/evaluation.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { FEWEST_LABELLED } from '../reliability/from-labels.ts'
import type { EntityReliability as EntityReliabilityValue, RELIABILITY_SOURCES } from '../reliability/reliability.ts'
import { MOST_LABELLED } from '../reliability/reliability-reader.ts'

/** It reads a thousand tweets and resamples them: for one entity, or for some. */
const COST = 1000

const ReliabilitySource = builder.enumType('ReliabilitySource', {
  description: 'Where figures of reliability come from.',
  values: {
    IMPORTED_LABELS: {
      description: `Labels that came with stored tweets about the entity, the newest ${MOST_LABELLED} of them, without the tweets that the model was trained on.`,
    },
    EVALUATION: { description: 'A measurement that comes with the model.' },
  } satisfies Record<(typeof RELIABILITY_SOURCES)[number], { description: string }>,
})

const EntityReliability = builder.objectRef<EntityReliabilityValue>('EntityReliability').implement({
  description: "How often a model version is right about an entity's tweets, and how that is known.",
  fields: t => ({
    source: t.expose('source', { type: ReliabilitySource }),
    accuracy: t.expose('accuracy', {
      type: Estimate,
      description: 'Share of the labelled tweets given their own label. The interval resamples independent tweets.',
    }),
    macroF1: t.expose('macroF1', {
      type: Estimate,
      description: 'Mean F1 of the labels that the labelled tweets have. The interval resamples independent tweets.',
    }),
    isOfEntity: t.exposeBoolean('isOfEntity', {
      description:
        'The figures are of tweets about this entity. False where they are of an evaluation as a whole, for want of anything nearer.',
    }),
    trainedOnTweets: t.exposeInt('trainedOnTweets', {
      nullable: true,
      description:
        'Labelled tweets that were left out because the model was trained on them, by id or by text. Null for an evaluation, and where the model keeps no record of what it was trained on: then some may be among those that count.',
    }),
    evaluation: t.expose('evaluation', {
      type: Evaluation,
      nullable: true,
      description: 'The measurement that the figures are from; null for imported labels.',
    }),
  }),
})

builder.prismaObjectFields('Entity', t => ({
  reliability: t.field({
    type: EntityReliability,
    nullable: true,
    description: `Measured on the ${MOST_LABELLED} tweets about the entity that were stored last with a label of their own, without those that the model was trained on and those whose label it cannot give; tweets with one external id are variants of one. With fewer than ${FEWEST_LABELLED} independent ones left, it is what the model's evaluations say: of this entity where one has figures for it, else as a whole, the split by tweet before others, and never a leaky one. Null without either.`,
    complexity: COST,
    args: {
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async (entity, { model }, { analytics, models }) =>
      analytics.reliability(entity, valueOrError(await models.resolve(model?.id ?? null))),
  }),
}))
