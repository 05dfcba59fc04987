import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import type { AccessKey } from '../service.ts'
import { AccessKeyType, KeyScope } from './access-key.ts'

const CreateAccessKeyInput = builder.inputType('CreateAccessKeyInput', {
  description: 'A new key.',
  fields: t => ({
    name: t.string({ required: true, description: 'A name for people, at most 100 characters.' }),
    scopes: t.field({ type: [KeyScope], required: true, description: 'Its permissions: one scope or more.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'From when on it is refused; in the future. If omitted, it does not expire.',
    }),
  }),
})

interface CreateAccessKeyPayloadValue {
  readonly key: AccessKey | null
  readonly secret: string | null
  readonly userErrors: readonly Problem[]
}

const CreateAccessKeyPayload = builder.objectRef<CreateAccessKeyPayloadValue>('CreateAccessKeyPayload').implement({
  description: 'The new key, or the reasons why it was not created.',
  fields: t => ({
    key: t.expose('key', {
      type: AccessKeyType,
      nullable: true,
      description: 'The key. Null if there are `userErrors`.',
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'The whole key, for `Authorization: Bearer`. It is not stored, so it is shown only here. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('createAccessKey', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: CreateAccessKeyPayload,
    nullable: true,
    description: 'Creates a key for a client. Every server on this database accepts it at once.',
    complexity: 20,
    args: { input: t.arg({ type: CreateAccessKeyInput, required: true, description: 'The new key.' }) },
    resolve: async (_root, { input: { name, scopes, expiresAt } }, { keys }) => {
      const created = await keys.create({ name, scopes, expiresAt: expiresAt ?? null })
      return created.ok
        ? { ...created.value, userErrors: [] }
        : { key: null, secret: null, userErrors: [underField(created.problem, 'input')] }
    },
  }),
)
