import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import {
  type LabelAgreement as LabelAgreementValue,
  MAX_PAIRS,
  type PairAgreement,
} from '../agreement/measure-agreement.ts'

/** Resamples two thousand mentions some hundred times. */
const COST = 500

const AnnotatorPair = builder.objectRef<PairAgreement>('AnnotatorPair').implement({
  description: 'The agreement of two annotators on the mentions that both have labelled.',
  fields: t => ({
    first: t.exposeString('first', { description: 'One annotator.' }),
    second: t.exposeString('second', { description: 'The other annotator.' }),
    observedAgreement: t.expose('observedAgreement', {
      type: Estimate,
      description: 'Share of the mentions with the same label of both.',
    }),
    cohenKappa: t.expose('cohenKappa', {
      type: Estimate,
      description:
        "Cohen's kappa: agreement beyond chance, 1 if perfect and 0 if by chance. The interval resamples mentions. Null if both gave one and the same label only.",
    }),
  }),
})

const LabelAgreement = builder.objectRef<LabelAgreementValue>('LabelAgreement').implement({
  description: 'How far annotators agree on mentions that several of them have labelled.',
  fields: t => ({
    mentionCount: t.exposeInt('mentionCount', {
      description:
        'Mentions with labels of at least two annotators. Mentions with equal texts in a review queue are labelled once, and count once.',
    }),
    observedAgreement: t.expose('observedAgreement', {
      type: Estimate,
      description: 'Share of these mentions on which all annotators agree.',
    }),
    krippendorffAlpha: t.expose('krippendorffAlpha', {
      type: Estimate,
      description:
        "Krippendorff's alpha for nominal labels: agreement beyond chance of any number of annotators, also if each labelled only a part. 1 is perfect, 0 is chance. The interval resamples mentions. Null if only one label was ever given.",
    }),
    pairs: t.expose('pairs', {
      type: [AnnotatorPair],
      description: `Each two annotators with common mentions, those with most first; at most ${MAX_PAIRS}.`,
    }),
  }),
})

builder.queryField('labelAgreement', t =>
  t.field({
    authScopes: { READ: true },
    type: LabelAgreement,
    nullable: true,
    description:
      'How far annotators agree, over all entities or about one. The file is an annotator, and adjudications do not count. The newest 2,000 mentions with several labels are measured.',
    complexity: COST,
    args: { entityId: t.arg.globalID({ for: Entity, description: 'Id of an entity. If omitted, all entities.' }) },
    resolve: (_root, { entityId }, { labelling }) => labelling.agreement(entityId?.id ?? null),
  }),
)

builder.prismaObjectFields('Entity', t => ({
  labelAgreement: t.field({
    authScopes: { READ: true },
    type: LabelAgreement,
    nullable: true,
    description: 'How far annotators agree about tweets of this entity; see `Query.labelAgreement`.',
    complexity: COST,
    resolve: ({ id }, _args, { labelling }) => labelling.agreement(id),
  }),
}))
