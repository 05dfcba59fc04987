import { type ModelManifest, modelManifestSchema } from '../ml/network/manifest.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'

/** Cached, because a page of entities or classifications needs the same manifest many times. */
const parsed = new WeakMap<ModelVersion, ModelManifest>()

/** The manifest that a version was registered with. */
export function manifestOf(version: ModelVersion): ModelManifest {
  const manifest = parsed.get(version) ?? modelManifestSchema.parse(version.manifest)
  parsed.set(version, manifest)
  return manifest
}
