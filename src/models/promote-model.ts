import type { Result } from '../problem/problem.ts'
import type { LoadedModels } from './loaded-models.ts'
import type { ModelRegistry, ModelVersion } from './service.ts'

export interface Promotion {
  readonly registry: ModelRegistry
  readonly loaded: Pick<LoadedModels, 'use'>
}

/**
 * Activates a version if it can be loaded; otherwise nothing changes. Fails with `NOT_FOUND` for an unknown id, and with `UNAVAILABLE`
 * without its weights.
 */
export async function promoteModel({ registry, loaded }: Promotion, id: string): Promise<Result<ModelVersion>> {
  const version = await registry.resolveAnswering(id)
  if (!version.ok) return version
  const isLoaded = await loaded.use(version.value.version, async () => {})
  if (!isLoaded.ok) return isLoaded
  await registry.promote(version.value)
  return registry.resolveAnswering(id)
}
