import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import type { AccessKey } from '../service.ts'
import { AccessKeyType } from './access-key.ts'

interface RevokeAccessKeyPayloadValue {
  readonly key: AccessKey | null
  readonly userErrors: readonly Problem[]
}

const RevokeAccessKeyPayload = builder.objectRef<RevokeAccessKeyPayloadValue>('RevokeAccessKeyPayload').implement({
  description: 'The revoked key, or the reasons why none was revoked.',
  fields: t => ({
    key: t.expose('key', {
      type: AccessKeyType,
      nullable: true,
      description: 'The key. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('revokeAccessKey', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: RevokeAccessKeyPayload,
    nullable: true,
    description:
      'Revokes a key for good. Every server on this database refuses it at once, and ends its open streams. Repeating the call changes nothing.',
    complexity: 20,
    args: {
      key: t.arg.string({
        required: true,
        description: 'Prefix of the key, or the whole key, or its name if only one key has it.',
      }),
    },
    resolve: async (_root, { key }, { keys }) => {
      const revoked = await keys.revoke(key)
      return revoked.ok ? { key: revoked.value, userErrors: [] } : { key: null, userErrors: [revoked.problem] }
    },
  }),
)
