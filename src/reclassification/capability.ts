import './graphql/cancel-reclassification.ts'
import './graphql/reclassification-job-query.ts'
import './graphql/start-reclassification.ts'
import type { Reclassifications } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly reclassifications: Reclassifications
  }
}

export const reclassification = ({ reclassifications }: { readonly reclassifications: Reclassifications }) => ({
  reclassifications,
})
