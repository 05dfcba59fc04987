import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** In the names of what is being made; it is renamed when it is whole. */
export const UNFINISHED = '.new-'

/** Young ones may belong to a process that is at work. */
const ABANDONED_AFTER_MS = 10 * 60_000

/** Removes what crashes left half-made in a directory. */
export async function removeAbandoned(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter(name => name.includes(UNFINISHED))
  for (const name of names) {
    const path = join(directory, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true })
  }
}
