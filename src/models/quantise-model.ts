import { type Model, modelVersion } from '../ml/network/model.ts'
import { UsageError } from '../problem/problem.ts'

/** The same weights, asked in int8: a version of its own, because its answers are. Throws a `UsageError` where the model is in int8 already. */
export function quantiseModel(model: Model, name: string): Model {
  const { manifest: before } = model
  if (before.network.recurrence === 'int8') {
    throw new UsageError(`${before.name} is in int8 already; name a model that is not.`)
  }
  const manifest = {
    ...before,
    name,
    description: `${before.description} In int8, made from ${before.name}: faster, with slightly other answers.`,
    network: { ...before.network, recurrence: 'int8' as const },
  }
  return { ...model, manifest, version: modelVersion(manifest) }
}
