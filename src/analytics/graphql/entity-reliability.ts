import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { Evaluation } from '../../models/graphql/evaluation.ts'
import { modelIdArgument, shownVersion } from '../../models/graphql/shown-version.ts'
import { FEWEST_LABELLED } from '../reliability/from-labels.ts'
import type { EntityReliability as EntityReliabilityValue, RELIABILITY_SOURCES } from '../reliability/reliability.ts'
import { MOST_LABELLED } from '../reliability/reliability-reader.ts'

/** Reads and resamples up to two thousand tweets. An operation can ask for one entity or a few. */
const COST = 1000

const ReliabilitySource = builder.enumType('ReliabilitySource', {
  description: 'The data that reliability was measured on.',
  values: {
    HUMAN_LABELS: {
      description: `Human labels of tweets about the entity: those that files brought, as people corrected them, and those of review queues. All of them, or a sample of ${MOST_LABELLED}, without tweets that the model was trained on.`,
    },
    EVALUATION: { description: 'An evaluation that was published with the model.' },
  } satisfies Record<(typeof RELIABILITY_SOURCES)[number], { description: string }>,
})

const EntityReliability = builder.objectRef<EntityReliabilityValue>('EntityReliability').implement({
  description: "How often a model version labels an entity's tweets correctly, and how that was measured.",
  fields: t => ({
    source: t.expose('source', { type: ReliabilitySource, description: 'The data that the figures were measured on.' }),
    accuracy: t.expose('accuracy', {
      type: Estimate,
      description: 'Share of the labelled tweets that get their own label. The interval resamples independent tweets.',
    }),
    macroF1: t.expose('macroF1', {
      type: Estimate,
      description:
        'Mean F1 of the labels that occur in the labelled tweets. The interval resamples independent tweets.',
    }),
    isOfEntity: t.exposeBoolean('isOfEntity', {
      description:
        'True if the figures are about tweets of this entity. False if only figures of a whole evaluation are available.',
    }),
    excludedTweetCount: t.exposeInt('excludedTweetCount', {
      nullable: true,
      description:
        'Number of labelled tweets that were excluded because the model was trained on them, by id or by text. Null for an evaluation. Null if the model has no record of its training data; then some of these tweets may be included.',
    }),
    evaluation: t.expose('evaluation', {
      type: Evaluation,
      nullable: true,
      description: 'The evaluation that the figures come from. Null for human labels.',
    }),
  }),
})

builder.prismaObjectFields('Entity', t => ({
  reliability: t.field({
    authScopes: { READ: true },
    type: EntityReliability,
    nullable: true,
    description: `How often the labels of the entity's tweets are correct. Measured on all labelled tweets about the entity. Of more than ${MOST_LABELLED}, those whose texts have the smallest SHA-256 hashes are measured, which is as good as a random sample. It does not depend on how or when the tweets were imported. Tweets that the model was trained on, and tweets whose label it cannot give, are excluded. Tweets with the same external id count as variants of one tweet. With fewer than ${FEWEST_LABELLED} independent tweets, the figures come from an evaluation of the model. Its figures about this entity are preferred to those of the whole evaluation. The split by tweet is preferred, and a leaky split is never used. Null if no evaluation is available either.`,
    complexity: COST,
    args: modelIdArgument,
    resolve: async (entity, { modelId }, context) =>
      context.analytics.reliability(entity, await shownVersion(context, modelId)),
  }),
}))
