import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrainedOn } from '../ml/evaluation/choose-rows.ts'
import { trainedOnTest } from '../ml/evaluation/trained-on.ts'
import { readModels } from './read-models.ts'

/** Some ten megabytes each; hardly anybody asks about more versions at once. */
const MAX_KEPT = 2

/** Tells which tweets a version was trained on; null where it keeps no record of that, or where its folder is gone. */
export type TrainedOnRecords = (version: string) => Promise<TrainedOn>

/** Reads the records of the models below the directories when they are first asked for. A version never changes, so its record is kept. */
export function createTrainedOnRecords(directories: readonly string[]): TrainedOnRecords {
  /** The one that was used last stands last. */
  const kept = new Map<string, Promise<TrainedOn>>()
  return async version => {
    const record = kept.get(version) ?? readRecord(directories, version)
    kept.delete(version)
    kept.set(version, record)
    for (const oldest of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(oldest)
    // A folder may come back.
    record.then(
      test => test === null && kept.delete(version),
      () => kept.delete(version),
    )
    return record
  }
}

async function readRecord(directories: readonly string[], version: string): Promise<TrainedOn> {
  const model = (await readModels(...directories)).find(folder => folder.version === version)
  const file = model?.manifest.provenance.trainedOn ?? null
  if (model === undefined || file === null) return null
  const bytes = await readFile(join(model.directory, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes === null ? null : trainedOnTest(bytes)
}
