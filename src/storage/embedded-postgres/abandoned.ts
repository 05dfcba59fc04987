import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Part of the name of incomplete files; complete ones are renamed. */
export const UNFINISHED = '.new-'

/** Younger ones may belong to a running process. */
const ABANDONED_AFTER_MS = 10 * 60_000

/** Removes incomplete files that crashes left in a directory. */
export async function removeAbandoned(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter(name => name.includes(UNFINISHED))
  for (const name of names) {
    const path = join(directory, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true })
  }
}
