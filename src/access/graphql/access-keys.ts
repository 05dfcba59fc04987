import { builder } from '../../graphql/builder.ts'
import { AccessKeyType } from './access-key.ts'

builder.queryField('accessKeys', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: [AccessKeyType],
    nullable: true,
    description: 'All keys of clients, newest first, with those that are revoked or expired.',
    complexity: 10,
    resolve: async (_root, _args, { keys }) => [...(await keys.list())],
  }),
)
