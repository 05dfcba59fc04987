import './graphql/access-keys.ts'
import './graphql/audit-log.ts'
import './graphql/create-access-key.ts'
import './graphql/revoke-access-key.ts'
import type { Storage } from '../storage/storage.ts'
import { type AuditLog, createAuditLog } from './audit-log.ts'
import type { AccessKeys } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly keys: AccessKeys
    readonly auditLog: AuditLog
  }
}

export const access = ({ keys, storage }: { readonly keys: AccessKeys; readonly storage: Storage }) => ({
  keys,
  auditLog: createAuditLog(storage),
})
