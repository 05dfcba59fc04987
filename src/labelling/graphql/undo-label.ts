import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { succeed } from '../../problem/problem.ts'
import { readLabelKey } from '../mention-label.ts'
import { LabelPayload, payloadOf } from './label-payload.ts'

builder.mutationField('undoLabel', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: LabelPayload,
    nullable: true,
    description:
      'Withdraws the label that an annotator holds, or an adjudication: the one before it holds again. Nothing is deleted; the payload has the added row. Fails with CONFLICT if the annotator has replaced the label since. Repeating the call changes nothing.',
    complexity: 20,
    args: { id: t.arg.id({ required: true, description: 'Id of the label.' }) },
    resolve: async (_root, args, { labelling }) => {
      const id = idOf('MentionLabel', args.id, 'id')
      if (!id.ok) return payloadOf(id)
      const undone = await labelling.undo(readLabelKey(id.value))
      return payloadOf(undone.ok ? succeed({ row: undone.value, isNew: true }) : undone)
    },
  }),
)
