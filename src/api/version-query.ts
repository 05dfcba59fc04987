import { builder } from '../graphql/builder.ts'
import { VERSION } from '../version.ts'

builder.queryField('version', t =>
  t.string({
    authScopes: { READ: true },
    nullable: true,
    description: 'Version of the running server, such as "1.4.0".',
    resolve: () => VERSION,
  }),
)
