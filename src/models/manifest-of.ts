import { type ModelManifest, modelManifestSchema } from '../ml/network/manifest.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'

/** A page of entities or classifications asks many times about the same row. */
const parsed = new WeakMap<ModelVersion, ModelManifest>()

/** The manifest that a version was registered with. */
export function manifestOf(version: ModelVersion): ModelManifest {
  const manifest = parsed.get(version) ?? modelManifestSchema.parse(version.manifest)
  parsed.set(version, manifest)
  return manifest
}
