import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Model } from '../../../src/ml/network/model.ts'
import { vocabularyText } from './random-model.ts'

const written: string[] = []

afterAll(() => Promise.all(written.map(directory => rm(directory, { recursive: true }))))

/** A directory in the system's temporary one, removed when the test file ends. */
export async function makeModelsDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-model-'))
  written.push(directory)
  return directory
}

/** Writes a model directory in `parent`, or in a temporary directory until the test file ends. Returns its path. */
export async function writeModel(model: Model, parent?: string): Promise<string> {
  parent ??= await makeModelsDirectory()
  const directory = join(parent, model.manifest.name)
  await mkdir(directory)
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(model.manifest))
  await writeFile(join(directory, model.manifest.weights.file), model.weights)
  await writeFile(join(directory, model.manifest.preprocessing.vocabulary), vocabularyText(model.vocabulary))
  return directory
}
