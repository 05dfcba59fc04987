import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PROJECT } from '../project.ts'

/** Peers have their own directory, lockfile and `node_modules`, so that users of Pulso do not install them. */
export const PEERS = join(PROJECT, 'bench', 'peers')

/** `require` as in a file next to the peers. */
export const peerRequire = createRequire(join(PEERS, 'package.json'))

/** Version of an installed peer package. */
export function peerVersion(name: string): string {
  const { version } = peerRequire(join(PEERS, 'node_modules', name, 'package.json')) as { readonly version: string }
  return version
}

export const arePeersInstalled = (): boolean => existsSync(join(PEERS, 'node_modules', '.package-lock.json'))
