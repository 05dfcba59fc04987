import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import { UsageError } from '../../problem/problem.ts'

/** The operator's own directory of models, if there is one. */
export const modelsDirectory = ({ modelDirectories }: Config): string => modelDirectories[0] ?? '.'

/** Returns the name. Throws a `UsageError` if it is not a valid model name. */
export function checkModelName(name: string): string {
  if (modelManifestSchema.shape.name.safeParse(name).success) return name
  throw new UsageError(
    `${JSON.stringify(name)} is not a valid model name: use lower-case letters, digits and hyphens, such as --name my-lstm.`,
  )
}

/**
 * Throws a `UsageError` if the directory already contains a model.
 * @param advice What the user can do then.
 */
export async function refuseOtherModel(
  out: string,
  advice = 'add --force to replace it, or choose another --name',
): Promise<void> {
  for (const file of ['manifest.json', 'CARD.md', 'weights.bin']) {
    const found = await stat(join(out, file)).catch(() => null)
    if (found) throw new UsageError(`${out} already contains a ${file}; ${advice}.`)
  }
}
