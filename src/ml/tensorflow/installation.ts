import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Pinned to the pair that was built and tested together. */
export const TFJS_NODE_VERSION = '4.22.0'
export const LIBTENSORFLOW_VERSION = '2.16.2'
export const NODE_API_HEADERS_VERSION = '1.9.0'

/**
 * The newest Node-API version in tfjs-node's package.json; its loader looks for the addon in a directory of that name.
 */
export const NODE_API_VERSION = 8

/**
 * The files that `npm run tensorflow` installs. They are next to `node_modules`, so that `npm ci` does not delete them.
 */
export interface TensorFlowInstallation {
  readonly root: string
  /** Written last: a directory without it is an incomplete installation. */
  readonly receipt: string
  readonly package: string
  readonly libraries: string
  readonly headers: string
  readonly addon: string
}

export function tensorFlowInstallation(
  root = fileURLToPath(new URL('../../../.tensorflow', import.meta.url)),
): TensorFlowInstallation {
  const packageFolder = join(root, 'node_modules', '@tensorflow', 'tfjs-node')
  return {
    root,
    receipt: join(root, 'installed.json'),
    package: packageFolder,
    libraries: join(packageFolder, 'deps', 'lib'),
    headers: join(packageFolder, 'deps', 'include'),
    addon: join(packageFolder, 'lib', `napi-v${NODE_API_VERSION}`, 'tfjs_binding.node'),
  }
}
