import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, type Result, underField } from '../../problem/problem.ts'
import type { LabelDraw } from '../../storage/generated/client/client.ts'
import { parseRange } from '../../time/time-range.ts'
import { MAX_QUEUE_SIZE } from '../draws/review-queues.ts'
import { ReviewQueue } from './review-queue.ts'
import { ReviewStrategy } from './review-strategy.ts'

const DEFAULT_SIZE = 50
/** Reads every tweet of the entity in the range, twice. */
const COST = 2000

const DrawReviewQueueInput = builder.inputType('DrawReviewQueueInput', {
  description: 'The tweets to draw from, and how.',
  fields: t => ({
    entityId: t.id({ required: true, description: 'Id of the entity. `entities` lists them.' }),
    range: t.field({
      type: RangeInput,
      description: 'Only tweets of this time, at most until now. If omitted, all until now.',
    }),
    strategy: t.field({ type: ReviewStrategy, defaultValue: 'MIXED', description: 'How the tweets are drawn.' }),
    size: t.int({
      defaultValue: DEFAULT_SIZE,
      description: `Number of tweets to draw, 1 to ${MAX_QUEUE_SIZE}. If the range has fewer, all of them.`,
    }),
    modelId: t.id({
      description: 'Id of the model version whose answers stratify the draw. If omitted, `summaryModel`.',
    }),
  }),
})

interface ReviewQueuePayloadValue {
  readonly reviewQueue: LabelDraw | null
  readonly userErrors: readonly Problem[]
}

const ReviewQueuePayload = builder.objectRef<ReviewQueuePayloadValue>('ReviewQueuePayload').implement({
  description: 'A review queue, or the reasons why none was drawn.',
  fields: t => ({
    reviewQueue: t.expose('reviewQueue', {
      type: ReviewQueue,
      nullable: true,
      description: 'The queue. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

const payloadOf = (result: Result<LabelDraw>, ...path: readonly string[]): ReviewQueuePayloadValue =>
  result.ok
    ? { reviewQueue: result.value, userErrors: [] }
    : { reviewQueue: null, userErrors: [underField(result.problem, ...path)] }

builder.mutationField('drawReviewQueue', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: ReviewQueuePayload,
    nullable: true,
    description:
      'Draws tweets about an entity at random for labelling, and stores them as a queue with their probabilities. `ReviewQueue.next` returns them, and `setLabel` with `reviewQueueId` labels them. Each call draws another queue.',
    complexity: COST,
    args: {
      input: t.arg({ type: DrawReviewQueueInput, required: true, description: 'The tweets to draw from, and how.' }),
    },
    resolve: async (_root, { input }, { models, reviewQueues }) => {
      const entityId = idOf('Entity', input.entityId, 'input', 'entityId')
      if (!entityId.ok) return payloadOf(entityId)
      const modelId = input.modelId == null ? null : idOf('ModelVersion', input.modelId, 'input', 'modelId')
      if (modelId?.ok === false) return payloadOf(modelId)
      const version = await models.resolve(modelId?.value ?? null)
      if (!version.ok) return payloadOf(version, 'input')
      const range = parseRange(input.range)
      if (!range.ok) return payloadOf(range, 'input')
      const drawn = await reviewQueues.draw({
        entityId: entityId.value,
        modelVersionId: version.value.id,
        range: range.value,
        strategy: input.strategy ?? 'MIXED',
        size: input.size ?? DEFAULT_SIZE,
      })
      return payloadOf(drawn, 'input')
    },
  }),
)
