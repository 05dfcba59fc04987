import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem, Result } from '../../problem/problem.ts'
import type { MentionLabel as MentionLabelRow } from '../mention-label.ts'
import { MentionLabel } from './mention-label.ts'

export interface LabelPayloadValue {
  readonly label: MentionLabelRow | null
  readonly isNew: boolean
  readonly userErrors: readonly Problem[]
}

export const LabelPayload = builder.objectRef<LabelPayloadValue>('LabelPayload').implement({
  description: 'A stored label, or the reasons why nothing was stored.',
  fields: t => ({
    label: t.expose('label', {
      type: MentionLabel,
      nullable: true,
      description:
        'The row that holds now. It is durable: the server responds after the commit. Null if there are `userErrors`.',
    }),
    isNew: t.exposeBoolean('isNew', { description: 'False if the annotator had given this label before.' }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

export const payloadOf = (
  result: Result<{ readonly row: MentionLabelRow; readonly isNew: boolean }>,
): LabelPayloadValue =>
  result.ok
    ? { label: result.value.row, isNew: result.value.isNew, userErrors: [] }
    : { label: null, isNew: false, userErrors: [result.problem] }
