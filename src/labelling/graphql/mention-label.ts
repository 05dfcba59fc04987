import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { readLabelKey, writeLabelKey } from '../mention-label.ts'
import { LabelOrigin } from './label-origin.ts'

export const MentionLabel = builder.prismaNode('MentionLabel', {
  description:
    'A label that an annotator gave to a mention, or the withdrawal of one. It is kept beside the labels of models. It never changes: a later one of the same annotator replaces it.',
  id: { resolve: writeLabelKey },
  findUnique: id => ({ tweetId_entityId_annotator_number: readLabelKey(id) }),
  nullable: true,
  fields: t => ({
    label: t.expose('label', {
      type: Label,
      nullable: true,
      description:
        'The label that the annotator holds since then. Null if a label was withdrawn and none held before it.',
    }),
    annotator: t.exposeString('annotator', {
      description: 'The person or program that labelled. `file` is the annotator of imported rows.',
    }),
    origin: t.expose('origin', { type: LabelOrigin, description: 'How the label came into the store.' }),
    labelledAt: t.expose('labelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the annotator decided. Null for a label of a file that an early release imported.',
    }),
    isUndo: t.boolean({
      description: 'True if this withdraws a label; `label` is then the one before it.',
      resolve: ({ undoes }) => undoes !== null,
    }),
    inclusionProbability: t.exposeFloat('inclusionProbability', {
      nullable: true,
      description:
        'The probability with which the mention was drawn for labelling. Null if it was not drawn at random, and for a random sample in a file.',
    }),
    tweet: t.relation('tweet', { description: 'The labelled tweet.' }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity that the label is about. Null if it is about the whole message.',
      resolve: ({ entityId }, _args, { labelling }) => labelling.entity(entityId),
    }),
  }),
})
