import { stat } from 'node:fs/promises'
import { isAlive, postmasterFileIn, readPostmasterFile } from './postmaster-file.ts'
import { giveTo, NOBODY, UNPRIVILEGED } from './server-user.ts'

/** Takes over a cluster that an earlier version of Pulso left to `nobody`, unless its server is running. */
export async function takeFromNobody(cluster: string): Promise<void> {
  const owner = await stat(cluster).catch(() => null)
  if (process.geteuid?.() !== 0 || owner?.uid !== NOBODY.uid) return
  const file = await readPostmasterFile(postmasterFileIn(cluster))
  if (file === null || !(await isAlive(file))) await giveTo(UNPRIVILEGED, cluster)
}
