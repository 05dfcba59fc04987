import { ViewLink } from '../shell/view-link.tsx'
import { describeModel, type NamedModel } from './describe-model.ts'

/** A version for people, with its exact name as the tooltip and a link to its page. */
export function ModelName({ model }: { readonly model: NamedModel }) {
  return (
    <span title={model.version}>
      <ViewLink to={`/models/${model.version}`}>{describeModel(model)}</ViewLink>
    </span>
  )
}
