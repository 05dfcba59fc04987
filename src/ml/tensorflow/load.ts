import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import util from 'node:util'
import type * as core from '@tensorflow/tfjs-core'
import type { input, layers, model, sequential } from '@tensorflow/tfjs-layers'
import { UsageError } from '../../problem/problem.ts'
import { defaultVariable } from '../../process/default-variable.ts'
import { tensorFlowInstallation } from './installation.ts'

/**
 * The API of tfjs-node that we use: tfjs-core and the layers. tfjs-node itself is optional, so the types come from
 * these two packages.
 */
export type TensorFlow = typeof core & {
  readonly input: typeof input
  readonly layers: typeof layers
  readonly sequential: typeof sequential
  readonly model: typeof model
  readonly version: Readonly<Record<string, string>>
}

let loaded: TensorFlow | undefined

/**
 * Loads tfjs-node with its native library: the optional dependency if npm installed it, otherwise the result of `npm
 * run tensorflow`. Throws a `UsageError` if neither is installed. Later calls return the same module.
 */
export function loadTensorFlow(): TensorFlow {
  loaded ??= load()
  return loaded
}

/** Whether `loadTensorFlow` would find a native library. Loads nothing. */
export const isTensorFlowInstalled = (): boolean => findTfjsNode() !== null

/** The releases that compute, for a model's provenance. */
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
 * The directory of a tfjs-node that has its addon. npm may leave the package without it. Loading such a copy fails only
 * after it has filled tfjs's global registries, so the addon is checked first.
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

/**
 * Logs errors only. By default, the library prints its build flags to standard error, and only an environment variable
 * changes that.
 */
function silenceTensorFlow(): void {
  defaultVariable('TF_CPP_MIN_LOG_LEVEL', '2')
}

/**
 * tfjs-node calls these two functions of `node:util`. Newer versions of Node warn about one and have removed the other;
 * plain functions avoid both.
 */
function replaceOldUtilities(): void {
  const old = util as { isArray?: unknown; isNullOrUndefined?: unknown }
  old.isArray = Array.isArray
  old.isNullOrUndefined = (value: unknown) => value === null || value === undefined
}

/** tfjs-node's loader uses `punycode` and `url.parse`. Users cannot act on these warnings. */
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
