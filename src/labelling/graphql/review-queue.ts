import { z } from 'zod'
import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Label } from '../../graphql/label.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageSize } from '../../graphql/page.ts'
import type { AnnotatorProgress as AnnotatorProgressValue, QueueItem } from '../draws/review-queues.ts'
import { type Stratum, stratumSchema } from '../draws/stratum.ts'
import { ReviewStrategy } from './review-strategy.ts'

const ReviewStratum = builder.objectRef<Stratum>('ReviewStratum').implement({
  description: 'Tweets that a queue draws with the same probability: `itemCount` / `populationCount`.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The label that the model gave.' }),
    isUncertain: t.exposeBoolean('isUncertain', { description: 'True if that classification is uncertain.' }),
    isDisputed: t.exposeBoolean('isDisputed', {
      description: 'True if another model version gave another label. False if no other version was compared.',
    }),
    populationCount: t.exposeInt('populationCount', { description: 'Tweets that could be drawn.' }),
    itemCount: t.exposeInt('itemCount', { description: 'Tweets that were drawn.' }),
  }),
})

const AnnotatorProgress = builder.objectRef<AnnotatorProgressValue>('AnnotatorProgress').implement({
  description: 'How far an annotator has come in a queue.',
  fields: t => ({
    annotator: t.exposeString('annotator', { description: 'The annotator.' }),
    labelledCount: t.exposeInt('labelledCount', { description: 'Different texts that the annotator has labelled.' }),
  }),
})

const ReviewQueueItem = builder.objectRef<QueueItem>('ReviewQueueItem').implement({
  description: 'A mention to label.',
  fields: t => ({
    position: t.exposeInt('position', {
      description: 'Its position in the queue, from 1. Pass it as `after` to skip it.',
    }),
    classification: t.expose('classification', {
      type: Classification,
      description: 'The mention, as the model of the queue classified it.',
    }),
  }),
})

/** A position, as far as 32 bits go. */
const FIRST_POSITION = 0

export const ReviewQueue = builder.prismaNode('LabelDraw', {
  name: 'ReviewQueue',
  description:
    'A random sample of the tweets about an entity for labelling, in a random order. It was drawn once and never changes: tweets that arrive later are not part of it. Several annotators can label the same queue without seeing the labels of each other.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    entity: t.relation('entity', { nullable: true, description: 'The entity that the labels are about.' }),
    strategy: t.field({
      type: ReviewStrategy,
      description: 'How the tweets were drawn.',
      resolve: ({ strategy }) => {
        if (strategy === 'ALL_ROWS' || strategy === 'RANDOM_SAMPLE') throw new TypeError('A file is no review queue.')
        return strategy
      },
    }),
    from: t.expose('rangeFrom', {
      type: 'DateTime',
      nullable: true,
      description: 'Start of the range of time of the tweets, inclusive. Null if unbounded.',
    }),
    to: t.expose('rangeTo', {
      type: 'DateTime',
      nullable: true,
      description: 'End of the range, exclusive; not later than `createdAt`.',
    }),
    populationCount: t.exposeInt('populationCount', {
      description: 'Tweets of the range that could be drawn: all except those that were labelled for an earlier queue.',
    }),
    itemCount: t.exposeInt('itemCount', { description: 'Tweets that were drawn.' }),
    textCount: t.exposeInt('textCount', {
      description: 'Different texts among them. Retweets and equal texts are labelled once.',
    }),
    strata: t.field({
      type: [ReviewStratum],
      description: 'The tweets by label, certainty and disagreement, with the numbers that were drawn.',
      complexity: { multiplier: 16 },
      resolve: ({ strata }) => z.array(stratumSchema).parse(strata),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the queue was drawn.' }),
    progress: t.field({
      type: [AnnotatorProgress],
      nullable: true,
      description: 'The annotators of the queue and how many texts each has labelled, the most first.',
      complexity: 5,
      resolve: ({ id }, _args, { reviewQueues }) => reviewQueues.progress(id).then(found => [...found]),
    }),
    next: t.field({
      type: [ReviewQueueItem],
      nullable: true,
      description:
        'The next mentions that an annotator has not labelled for this queue, in its order. Equal texts come once. To label without bias, do not select the labels of models and of other annotators.',
      complexity: ({ first }) => pageCost({ first: first ?? null }),
      args: {
        annotator: t.arg.string({ required: true, description: 'The annotator that will label them.' }),
        first: t.arg.int({
          defaultValue: DEFAULT_PAGE_SIZE,
          description: `Number of mentions to return, at most ${MAX_PAGE_SIZE}.`,
        }),
        after: t.arg.int({
          defaultValue: FIRST_POSITION,
          description: 'Only positions behind this one, to leave mentions for later.',
        }),
      },
      resolve: async (queue, { annotator, first, after }, { reviewQueues }) => [
        ...valueOrError(
          await reviewQueues.next(queue, annotator, after ?? FIRST_POSITION, valueOrError(pageSize(first))),
        ),
      ],
    }),
  }),
})
