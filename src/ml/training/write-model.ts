import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import type { ModelFiles } from './build-model.ts'

/**
 * Writes the files into the directory, each atomically. The manifest is last, so that all files it names exist by then.
 * Other files of the directory, such as the card, are kept. Throws a `UsageError` if the directory cannot be written.
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
