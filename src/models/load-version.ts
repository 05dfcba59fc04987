import type { Classifier } from '../ml/network/classifier.ts'
import { type ClassifierOptions, createClassifier } from '../ml/network/create-classifier.ts'
import { UsageError } from '../problem/problem.ts'
import { readUsableModels } from './read-models.ts'

/**
 * Loads a version. Searches the directories each time, because folders may be added and removed while a server runs. Throws a `UsageError`
 * if no folder has that version, or if its files are incomplete.
 */
export async function loadVersion(
  directories: readonly string[],
  version: string,
  options: Omit<ClassifierOptions, 'directory'>,
): Promise<Classifier> {
  const found = (await readUsableModels(directories, () => {})).find(model => model.version === version)
  if (found === undefined) {
    throw new UsageError(`No folder in ${directories.join(' or ')} has the model ${version}.`)
  }
  return createClassifier({ ...options, directory: found.directory })
}
