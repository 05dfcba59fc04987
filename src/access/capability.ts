import './graphql/access-keys.ts'
import './graphql/create-access-key.ts'
import './graphql/revoke-access-key.ts'
import type { AccessKeys } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly keys: AccessKeys
  }
}

export const access = ({ keys }: { readonly keys: AccessKeys }) => ({ keys })
