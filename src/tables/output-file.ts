import { access, constants, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../problem/problem.ts'
import { isRunning } from '../process/is-running.ts'
import { explainFileError } from './file-error.ts'

/** The path to write to, and the final path of the complete file; equal if no rename is needed. */
export interface OutputFile {
  readonly writePath: string
  readonly finalPath: string
}

/**
 * Chooses the output path before the first row, and removes partial files of killed processes. Devices such as /dev/null are
 * written directly: a rename would replace them. Throws a `UsageError`.
 * @param content Name of the content in messages.
 * @param option The option that names the file.
 */
export async function resolveOutputFile(path: string, content: string, option: string): Promise<OutputFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw explainFileError(error, path)
  })
  if (found?.isDirectory() === true) {
    throw new UsageError(`${path} is a directory; name a file for the ${content} with ${option}.`)
  }
  if (found !== null && !found.isFile()) return { writePath: path, finalPath: path }
  await access(dirname(path), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'does not exist' : 'is not writable'
    throw new UsageError(
      `The ${content} would be written to ${path}, but its directory ${reason}; name another file with ${option}.`,
    )
  })
  const finalPath = found === null ? path : await realpath(path)
  await removeLeftovers(finalPath)
  return { writePath: `${finalPath}.${process.pid}.partial`, finalPath }
}

/** Keeps the files of running processes. */
async function removeLeftovers(finalPath: string): Promise<void> {
  const folder = dirname(finalPath)
  const start = `${basename(finalPath)}.`
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue
    const owner = /^(\d+)\.partial$/.exec(name.slice(start.length))?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true })
  }
}
