import type { Classifier } from '../ml/network/classifier.ts'
import { type ClassifierOptions, createClassifier } from '../ml/network/create-classifier.ts'
import { UsageError } from '../problem/problem.ts'
import { readModels } from './read-models.ts'

/**
 * Loads a version from wherever it lies now: folders come and go while a server runs. Throws a `UsageError` where no folder holds that
 * version, or not all of it.
 */
export async function loadVersion(
  directories: readonly string[],
  version: string,
  options: Omit<ClassifierOptions, 'directory'>,
): Promise<Classifier> {
  const found = (await readModels(...directories)).find(model => model.version === version)
  if (found === undefined) {
    throw new UsageError(`There is no folder with the model ${version} in ${directories.join(' or ')}.`)
  }
  return createClassifier({ ...options, directory: found.directory })
}
