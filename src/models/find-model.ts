import { UsageError } from '../problem/problem.ts'
import { type ModelFolder, readUsableModels } from './read-models.ts'

/** Finds a model by name or version; earlier directories take precedence. Throws a `UsageError` that lists the available names. */
export async function findModel(directories: string | readonly string[], name: string): Promise<ModelFolder> {
  const models = await readUsableModels([directories].flat(), message => console.error(message))
  const found = models.find(({ manifest, version }) => manifest.name === name || version === name)
  if (found !== undefined) return found
  const names = models.map(({ manifest }) => manifest.name).join(', ')
  throw new UsageError(
    `Unknown model ${JSON.stringify(name)}; ${names === '' ? 'see `pulso train --help`' : `available models: ${names}`}.`,
  )
}
