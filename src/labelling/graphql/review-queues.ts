import { z } from 'zod'
import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { ReviewQueue } from './review-queue.ts'

const ORDER = 'review queues'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ReviewQueueConnection = builder.connectionObject({
  type: ReviewQueue,
  name: 'ReviewQueueConnection',
  description: 'One page of review queues.',
})

builder.queryFields(t => ({
  reviewQueue: t.field({
    authScopes: { READ: true },
    type: ReviewQueue,
    nullable: true,
    description: 'A review queue by its id; null if there is none.',
    complexity: 5,
    args: { id: t.arg.globalID({ required: true, for: ReviewQueue, description: 'Id of the queue.' }) },
    resolve: (_root, { id }, { reviewQueues }) => reviewQueues.find(id.id),
  }),
  reviewQueues: t.field({
    authScopes: { READ: true },
    type: ReviewQueueConnection,
    nullable: true,
    description: 'Review queues, newest first.',
    complexity: pageCost,
    args: {
      ...t.arg.connectionArgs(),
      entityId: t.arg.globalID({ for: Entity, description: 'Only queues of this entity. If omitted, all.' }),
    },
    resolve: async (_root, { entityId, ...args }, { reviewQueues }) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const id = entityId?.id ?? null
      const rows = await reviewQueues.list(id, page)
      return { ...pageOf(rows, page, row => encodeCursor(ORDER, [row.id])), countAll: () => reviewQueues.count(id) }
    },
  }),
}))
