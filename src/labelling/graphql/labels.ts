import { z } from 'zod'
import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { shownVersion } from '../../models/graphql/shown-version.ts'
import { parseRange } from '../../time/time-range.ts'
import type { LabelFilter as LabelFilterValue, LabelPosition } from '../list-labels.ts'
import { LabelOrigin } from './label-origin.ts'
import { MentionLabel } from './mention-label.ts'
import { ReviewQueue } from './review-queue.ts'

const ORDER = 'labels'
const POSITION: z.ZodType<LabelPosition> = z.tuple([
  z.uuid(),
  z.uuid(),
  z.string().refine(text => !text.includes('\0')),
  z.int32(),
])

const LabelFilter = builder.inputType('LabelFilter', {
  description: 'A label passes if it meets every condition that is given.',
  fields: t => ({
    entityId: t.globalID({ for: Entity, description: 'Id of the entity that the label is about.' }),
    annotator: t.string({ description: 'The annotator, exactly as stored. `file` finds the labels of imported rows.' }),
    origin: t.field({ type: LabelOrigin, description: 'How it came into the store.' }),
    reviewQueueId: t.globalID({ for: ReviewQueue, description: 'Id of the queue for which it was given.' }),
    disagreesWithModel: t.boolean({
      description: 'True for labels that differ from that of the model version, false for equal ones.',
    }),
    annotatorsDisagree: t.boolean({
      description:
        'True for mentions whose annotators gave different labels that were not adjudicated, false for others.',
    }),
    withReplaced: t.boolean({
      defaultValue: false,
      description: 'True also finds labels that were replaced or withdrawn, and the withdrawals.',
    }),
    range: t.field({ type: RangeInput, description: 'Only tweets of this time. If omitted, all.' }),
    modelId: t.globalID({
      for: ModelVersion,
      description: 'Id of the model version for `disagreesWithModel`. If omitted, `summaryModel`.',
    }),
  }),
})

const MentionLabelConnection = builder.connectionObject({
  type: MentionLabel,
  name: 'MentionLabelConnection',
  description: 'One page of labels.',
})

builder.queryField('labels', t =>
  t.field({
    authScopes: { READ: true },
    type: MentionLabelConnection,
    nullable: true,
    description: 'Labels of people and files, one for each annotator and mention, the latest stored tweets first.',
    complexity: pageCost,
    args: {
      ...t.arg.connectionArgs(),
      filter: t.arg({ type: LabelFilter, description: 'Conditions to meet. If omitted, none.' }),
    },
    resolve: async (_root, { filter: given, ...args }, context) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const { id: modelVersionId } = await shownVersion(context, given?.modelId, 'filter')
      const filter: LabelFilterValue = {
        entityId: given?.entityId?.id ?? null,
        annotator: given?.annotator?.replaceAll('\0', '') ?? null,
        origin: given?.origin ?? null,
        reviewQueueId: given?.reviewQueueId?.id ?? null,
        disagreesWithModel: given?.disagreesWithModel ?? null,
        annotatorsDisagree: given?.annotatorsDisagree ?? null,
        withReplaced: given?.withReplaced ?? false,
        range: valueOrError(parseRange(given?.range), 'filter'),
        modelVersionId,
      }
      const rows = await context.labelling.list(filter, page)
      return {
        ...pageOf(rows, page, row => encodeCursor(ORDER, [row.tweetId, row.entityId, row.annotator, row.number])),
        countAll: () => context.labelling.count(filter),
      }
    },
  }),
)
