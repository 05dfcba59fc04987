import { UsageError } from '../problem.ts'
import { type ModelFolder, readModels } from './read-models.ts'

/** The model of that name below `directory`. Throws a `UsageError` that lists the names there are. */
export async function findModel(directory: string, name: string): Promise<ModelFolder> {
  const models = await readModels(directory)
  const found = models.find(({ manifest }) => manifest.name === name)
  if (found !== undefined) return found
  const names = models.map(({ manifest }) => manifest.name).join(', ')
  throw new UsageError(
    `There is no model ${JSON.stringify(name)}; ${names === '' ? '`pulso train --help` tells how one is made' : `there is ${names}`}.`,
  )
}
