import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import { UsageError } from '../../problem/problem.ts'

/** The operator's own place for models, where there is one. */
export const modelsDirectory = ({ modelDirectories }: Config): string => modelDirectories[0] ?? '.'

/** Returns the name; throws a `UsageError` where a model cannot be called so. */
export function checkModelName(name: string): string {
  if (modelManifestSchema.shape.name.safeParse(name).success) return name
  throw new UsageError(
    `${JSON.stringify(name)} is no name for a model: it takes lower-case letters, digits and hyphens, such as --name my-lstm.`,
  )
}

/** Throws a `UsageError` where the folder holds a model. */
export async function refuseOtherModel(out: string): Promise<void> {
  for (const file of ['manifest.json', 'CARD.md', 'weights.bin']) {
    const found = await stat(join(out, file)).catch(() => null)
    if (found)
      throw new UsageError(`${out} has a ${file} already; add --force to replace it, or choose another --name.`)
  }
}
