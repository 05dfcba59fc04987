import { type Model, modelVersion } from '../ml/network/model.ts'
import { UsageError } from '../problem/problem.ts'

/**
 * The same weights with int8 arithmetic. It is a separate version, because its answers differ. Throws a `UsageError` if the model is already
 * in int8.
 */
export function quantiseModel(model: Model, name: string): Model {
  const { manifest: before } = model
  if (before.network.recurrence === 'int8') {
    throw new UsageError(`${before.name} is already in int8; name a model that is not.`)
  }
  const manifest = {
    ...before,
    name,
    description: `${before.description} In int8, made from ${before.name}: faster, with slightly other answers.`,
    network: { ...before.network, recurrence: 'int8' as const },
  }
  return { ...model, manifest, version: modelVersion(manifest) }
}
