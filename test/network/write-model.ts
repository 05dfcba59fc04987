import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Model } from '../../src/network/load-model.ts'
import { vocabularyText } from './random-model.ts'

const written: string[] = []

afterAll(() => Promise.all(written.map(directory => rm(directory, { recursive: true }))))

/** Writes a model's folder below the system's temporary directory, until the test file ends, and returns its path. */
export async function writeModel(model: Model): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'pulso-model-'))
  written.push(parent)
  const directory = join(parent, model.manifest.name)
  await mkdir(directory)
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(model.manifest))
  await writeFile(join(directory, model.manifest.weights.file), model.weights)
  await writeFile(join(directory, model.manifest.preprocessing.vocabulary), vocabularyText(model.vocabulary))
  return directory
}
