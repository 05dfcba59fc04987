import type { ModelManifest } from '../network/manifest.ts'
import { UsageError } from '../problem.ts'

/** The manifest of the same weights, asked in int8: a version of its own, because its answers are. Throws a `UsageError` where it is one already. */
export function quantisedManifest(manifest: ModelManifest, name: string): ModelManifest {
  if (manifest.network.recurrence === 'int8') {
    throw new UsageError(`${manifest.name} is in int8 already; name a model that is not.`)
  }
  return {
    ...manifest,
    name,
    description: `${manifest.description} In int8, made from ${manifest.name}: faster, with slightly other answers.`,
    network: { ...manifest.network, recurrence: 'int8' },
  }
}
