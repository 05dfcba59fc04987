import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Classification as ClassificationRow } from '../../storage/generated/client/client.ts'
import { Classification } from './classification.ts'

export interface ClassifyPayloadValue {
  readonly classification: ClassificationRow | null
  readonly userErrors: readonly Problem[]
}

export const ClassifyPayload = builder.objectRef<ClassifyPayloadValue>('ClassifyPayload').implement({
  description: 'A stored classification, or the reasons why there is none.',
  fields: t => ({
    classification: t.expose('classification', {
      type: Classification,
      nullable: true,
      description:
        'The classification. The write is durable: the server responds only after the transaction commits. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description: 'Empty if the tweet was classified and stored.',
    }),
  }),
})
