import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Pinned: the pair that was built and tested together. */
export const TFJS_NODE_VERSION = '4.22.0'
export const LIBTENSORFLOW_VERSION = '2.16.2'
export const NODE_API_HEADERS_VERSION = '1.9.0'

/** The newest Node-API version that tfjs-node names in its package.json; its loader looks for the addon in a folder of that name. */
export const NODE_API_VERSION = 8

/** Everything that `npm run tensorflow` puts on disk. Beside `node_modules`, so that `npm ci` does not wipe it. */
export interface TensorFlowInstallation {
  readonly root: string
  /** Written last: a directory without it is an interrupted installation. */
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
