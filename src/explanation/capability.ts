import './graphql/explanation.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import { createExplainer, type Explainer } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly explainer: Explainer
  }
}

export const explanation = ({ loaded }: { readonly loaded: LoadedModels }) => ({ explainer: createExplainer(loaded) })
