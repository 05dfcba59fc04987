import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrainedOn } from '../ml/evaluation/choose-rows.ts'
import { trainedOnTest } from '../ml/evaluation/trained-on.ts'
import { readUsableModels } from './read-models.ts'

/** Some ten megabytes each; more versions are rarely needed at once. */
const MAX_CACHED = 2

/** A test for the tweets that a version was trained on; null if it has no record of them, or if its folder was removed. */
export type TrainedOnRecords = (version: string) => Promise<TrainedOn>

/** Reads the records of the models below the directories on demand. A version never changes, so its record is cached. */
export function createTrainedOnRecords(directories: readonly string[]): TrainedOnRecords {
  /** In order of use; the most recent is last. */
  const cached = new Map<string, Promise<TrainedOn>>()
  return async version => {
    const record = cached.get(version) ?? readRecord(directories, version)
    cached.delete(version)
    cached.set(version, record)
    for (const oldest of [...cached.keys()].slice(0, -MAX_CACHED)) cached.delete(oldest)
    // A missing record is not cached, because the folder may be restored.
    record.then(
      test => test === null && cached.delete(version),
      () => cached.delete(version),
    )
    return record
  }
}

async function readRecord(directories: readonly string[], version: string): Promise<TrainedOn> {
  const model = (await readUsableModels(directories, () => {})).find(folder => folder.version === version)
  const file = model?.manifest.provenance.trainedOn ?? null
  if (model === undefined || file === null) return null
  const bytes = await readFile(join(model.directory, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes === null ? null : trainedOnTest(bytes)
}
