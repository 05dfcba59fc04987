import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PROJECT } from '../project.ts'

/** Peers have a folder, a lockfile and a `node_modules` of their own: nobody who uses Pulso should have to install them. */
export const PEERS = join(PROJECT, 'bench', 'peers')

/** `require` as a file among the peers would have it. */
export const peerRequire = createRequire(join(PEERS, 'package.json'))

/** Of a package that is installed among the peers. */
export function peerVersion(name: string): string {
  const { version } = peerRequire(join(PEERS, 'node_modules', name, 'package.json')) as { readonly version: string }
  return version
}

export const arePeersInstalled = (): boolean => existsSync(join(PEERS, 'node_modules', '.package-lock.json'))
