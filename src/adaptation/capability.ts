import './graphql/adapt-model.ts'
import './graphql/model-adaptation.ts'
import type { Adaptations } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly adaptations: Adaptations
  }
}

export const adaptation = ({ adaptations }: { readonly adaptations: Adaptations }) => ({ adaptations })
