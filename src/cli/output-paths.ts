import { access, constants, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../problem/problem.ts'
import { explainFileError } from '../tables/file-error.ts'

/** Throws a `UsageError` if both paths are the same file, even through a link: writing would overwrite the input. */
export async function refuseSameFile(option: string, path: string, input: string): Promise<void> {
  const [found, read] = await Promise.all([path, input].map(name => stat(name).catch(() => null)))
  if (found && read && found.dev === read.dev && found.ino === read.ino) {
    throw new UsageError(`${option} ${path} is the input file; name another file.`)
  }
}

/** Checks that the file can be written, without touching anything. Throws a `UsageError` that begins with `option`. */
export async function checkOutputFile(option: string, path: string, input: string): Promise<void> {
  await refuseSameFile(option, path, input)
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) throw new UsageError(`${option} ${path} is a directory; name a file.`)
  await access(found === null ? dirname(path) : path, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option} ${path} cannot be written (${error.code}); name a file in an existing directory.`)
  })
}

/**
 * Creates the directory and checks that files can be created in it. Throws a `UsageError` that begins with `option`.
 */
export async function checkOutputFolder(option: string, path: string): Promise<void> {
  const probe = join(path, `.pulso-${process.pid}`)
  try {
    await mkdir(path, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    const explained = explainFileError(error, path)
    const reason = explained instanceof UsageError ? explained.message : `${path}: ${(error as Error).message}.`
    throw new UsageError(`${option} needs a writable directory. ${reason}`)
  }
}
