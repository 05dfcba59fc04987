import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrainedOn } from '../ml/evaluation/choose-rows.ts'
import { trainedOnTest } from '../ml/evaluation/trained-on.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'

/** Reads a model's record of its training tweets; null if it has none. Throws a `UsageError` for a damaged folder. */
export async function readTrainedOn({ directory, manifest }: ModelFolder): Promise<TrainedOn> {
  const { trainedOn } = manifest.provenance
  if (trainedOn === null) return null
  const path = join(directory, trainedOn)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}): restore the complete model directory.`)
  })
  return trainedOnTest(bytes)
}
