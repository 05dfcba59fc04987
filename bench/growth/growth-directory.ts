import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Kept across restarts. Not in root's home directory, which the database's own user cannot enter. */
export function growthDirectory(): string {
  if (userInfo().uid === 0) return process.platform === 'linux' ? '/var/lib/pulso-bench' : join(tmpdir(), 'pulso-bench')
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support', 'pulso-bench')
    : join(homedir(), '.local', 'share', 'pulso-bench')
}
