import { spawnSync } from 'node:child_process'
import { arePeersInstalled, PEERS } from './peer-require.ts'

/** Installs the npm peers on first use. Returns whether they are installed. */
export function installNpmPeers(say: (line: string) => void): boolean {
  if (arePeersInstalled()) return true
  say('Installing the npm peers into bench/peers/node_modules (once, about half a minute) ...')
  const flags = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['ci', ...flags], { cwd: PEERS, stdio: ['ignore', 2, 2] })
  return status === 0 && arePeersInstalled()
}
