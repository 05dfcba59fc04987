import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { readModels } from '../../src/models/read-models.ts'
import { createTrainedOnRecords } from '../../src/models/trained-on-records.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-records-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** An id and an entity of the training file of the shipped model. */
const TRAINED_ON = { id: '2401', entity: 'Borderlands', text: '' }
const NEW = { id: null, entity: null, text: 'Nobody has ever written this very sentence before me' }

const versions = async (...directories: string[]) =>
  new Map((await readModels(...directories)).map(({ manifest, version }) => [manifest.name, version]))

test('a shipped model has a record of its training tweets, and of no others', async () => {
  const version = (await versions(MODELS_DIRECTORY)).get(DEFAULT_MODEL) ?? ''
  const isTrainedOn = await createTrainedOnRecords([MODELS_DIRECTORY])(version)
  expect(isTrainedOn?.(TRAINED_ON)).toBe(true)
  expect(isTrainedOn?.(NEW)).toBe(false)
})

test('a version without a folder or a record has no test, until the folder is restored', async () => {
  const version = (await versions(MODELS_DIRECTORY)).get(DEFAULT_MODEL) ?? ''
  const records = createTrainedOnRecords([directory])
  expect(await records(version)).toBeNull()
  await cp(join(MODELS_DIRECTORY, DEFAULT_MODEL), join(directory, 'copy'), { recursive: true })
  await rm(join(directory, 'copy', 'trained-on.bin'))
  expect(await records(version)).toBeNull()
  await cp(join(MODELS_DIRECTORY, DEFAULT_MODEL, 'trained-on.bin'), join(directory, 'copy', 'trained-on.bin'))
  expect((await records(version))?.(TRAINED_ON)).toBe(true)
})
