import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import type { ModelFiles } from './build-model.ts'

/**
 * Writes the files into the folder, each whole or not at all, the manifest last: what its hashes name is then there. Other files of the
 * folder, such as the card, stay. Throws a `UsageError` where the folder cannot be written.
 */
export function writeModel(directory: string, files: ModelFiles): void {
  const names = Object.keys(files).sort((a, b) => Number(a === 'manifest.json') - Number(b === 'manifest.json'))
  try {
    mkdirSync(directory, { recursive: true })
    for (const name of names) {
      const partial = join(directory, `.${name}.partial`)
      writeFileSync(partial, files[name] ?? '', { flush: true })
      renameSync(partial, join(directory, name))
    }
  } catch (error) {
    throw new UsageError(`${directory} cannot be written: ${(error as Error).message}`)
  }
}
