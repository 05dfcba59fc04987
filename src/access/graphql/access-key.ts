import { builder } from '../../graphql/builder.ts'
import { SCOPE_MEANINGS, SCOPES } from '../../scopes.ts'
import type { AccessKey } from '../service.ts'

export const KeyScope = builder.enumType('KeyScope', {
  description: 'The permissions of a key. Each is separate; only `ADMIN` includes the others.',
  values: Object.fromEntries(SCOPES.map(scope => [scope, { value: scope, description: SCOPE_MEANINGS[scope] }])) as {
    [scope in (typeof SCOPES)[number]]: { value: scope; description: string }
  },
})

export const AccessKeyType = builder.objectRef<AccessKey>('AccessKey').implement({
  description: 'A key of a client. The key itself is not stored, only its hash.',
  fields: t => ({
    name: t.exposeString('name', { description: 'The name that its creator gave it.' }),
    prefix: t.exposeString('prefix', {
      description: 'The visible part of the key, between its underscores. It identifies the key.',
    }),
    scopes: t.field({
      type: [KeyScope],
      description: 'Its permissions.',
      resolve: ({ scopes }) => [...scopes],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From when on it is refused. Null if it does not expire.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute. Null if it never was.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked. Null if it was not.',
    }),
  }),
})
