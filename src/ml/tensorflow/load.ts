import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import util from 'node:util'
import type * as core from '@tensorflow/tfjs-core'
import type { input, layers, model, sequential } from '@tensorflow/tfjs-layers'
import { UsageError } from '../../problem/problem.ts'
import { defaultVariable } from '../../process/default-variable.ts'
import { tensorFlowInstallation } from './installation.ts'

/** What we use of tfjs-node: tfjs-core and the layers. Its own package is optional, so that its types come from these two. */
export type TensorFlow = typeof core & {
  readonly input: typeof input
  readonly layers: typeof layers
  readonly sequential: typeof sequential
  readonly model: typeof model
  readonly version: Readonly<Record<string, string>>
}

let loaded: TensorFlow | undefined

/**
 * tfjs-node with its native library: the optional dependency where npm could install it, else what `npm run tensorflow` built.
 * Throws a `UsageError` where neither is there. Loads once; later calls give the same module.
 */
export function loadTensorFlow(): TensorFlow {
  loaded ??= load()
  return loaded
}

/** Whether `loadTensorFlow` would find a native library. Loads nothing. */
export const isTensorFlowInstalled = (): boolean => findTfjsNode() !== null

/** Which releases compute, for a model's provenance. */
export function tensorFlowRuntime(tf: TensorFlow): string {
  const { binding } = tf.backend() as unknown as { readonly binding: { readonly TF_Version: string } }
  return `tfjs-node ${tf.version['tfjs-node']}, libtensorflow ${binding.TF_Version}`
}

function load(): TensorFlow {
  const packageFolder = findTfjsNode()
  if (packageFolder === null) throw new UsageError('TensorFlow is not installed; `npm run tensorflow` installs it.')
  silenceTensorFlow()
  replaceOldUtilities()
  return withoutDeprecationWarnings(() => createRequire(import.meta.url)(packageFolder) as TensorFlow)
}

/**
 * The folder of a tfjs-node that has its addon. npm may leave the package without it, and loading that copy fails only after it has
 * filled tfjs's process-wide registries; so the addon is looked for first.
 */
function findTfjsNode(): string | null {
  const installation = tensorFlowInstallation()
  const candidates = [resolveOptionalDependency(), existsSync(installation.receipt) ? installation.package : null]
  return candidates.find(folder => folder !== null && hasAddon(folder)) ?? null
}

function resolveOptionalDependency(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json'))
  } catch {
    return null
  }
}

function hasAddon(packageFolder: string): boolean {
  const lib = join(packageFolder, 'lib')
  return existsSync(lib) && readdirSync(lib).some(folder => existsSync(join(lib, folder, 'tfjs_binding.node')))
}

/** Only errors: at its default level the library writes its build flags to standard error, and it can be told by the environment alone. */
function silenceTensorFlow(): void {
  defaultVariable('TF_CPP_MIN_LOG_LEVEL', '2')
}

/** tfjs-node calls these two of `node:util`. Newer Nodes warn about the one and have removed the other; plain functions do neither. */
function replaceOldUtilities(): void {
  const old = util as { isArray?: unknown; isNullOrUndefined?: unknown }
  old.isArray = Array.isArray
  old.isNullOrUndefined = (value: unknown) => value === null || value === undefined
}

/** tfjs-node's loader uses `punycode` and `url.parse`; a warning about that says nothing to a user of ours. */
function withoutDeprecationWarnings<T>(action: () => T): T {
  const switches = process as { noDeprecation?: boolean }
  const before = switches.noDeprecation ?? false
  switches.noDeprecation = true
  try {
    return action()
  } finally {
    switches.noDeprecation = before
  }
}
