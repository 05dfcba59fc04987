import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../problem/problem.ts'

/** Folders of writers that were killed. They are no models, because their names begin with a dot. */
const partialPrefix = (name: string) => `.${name}.partial-`

/**
 * Writes a new model folder in one step: it exists with all files, or not at all. Throws a `UsageError` if the folder exists, or if it
 * cannot be written.
 */
export async function writeModelFolder(directory: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const [parent, name] = [dirname(resolve(directory)), basename(resolve(directory))]
  const partial = join(parent, `${partialPrefix(name)}${process.pid}`)
  try {
    await mkdir(parent, { recursive: true })
    await removeAbandoned(parent, name)
    await mkdir(partial)
    for (const [file, content] of Object.entries(files)) {
      const handle = await open(join(partial, file), 'wx')
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
    }
    await rename(partial, directory)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') {
      throw new UsageError(`${directory} already exists; choose another name.`)
    }
    throw new UsageError(`${directory} cannot be written: ${message}`)
  }
}

async function removeAbandoned(parent: string, name: string): Promise<void> {
  const abandoned = (await readdir(parent)).filter(entry => entry.startsWith(partialPrefix(name)))
  for (const entry of abandoned) await rm(join(parent, entry), { recursive: true, force: true })
}
