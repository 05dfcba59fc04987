import './graphql/cancel-import.ts'
import './graphql/import-queries.ts'
import './graphql/start-import.ts'
import './graphql/undo-import.ts'
import './graphql/uploads.ts'
import type { Imports } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly imports: Imports
  }
}

export const imports = ({ imports }: { readonly imports: Imports }) => ({ imports })
