import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readModels } from '../../src/models/read-models.ts'
import { writeModelFolder } from '../../src/models/write-model-folder.ts'
import { randomModel } from '../ml/network/random-model.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-folders-'))
  onTestFinished(() => rm(directory, { recursive: true }))
})

const MANIFEST = Buffer.from(JSON.stringify(randomModel(1).manifest))

test('a folder is written with all its files, and nothing else stays', async () => {
  await writeModelFolder(join(directory, 'mine'), { 'weights.bin': Buffer.from('w'), 'manifest.json': MANIFEST })
  expect(await readdir(directory)).toEqual(['mine'])
  expect((await readdir(join(directory, 'mine'))).sort()).toEqual(['manifest.json', 'weights.bin'])
  expect((await readModels(directory)).map(({ manifest }) => manifest.name)).toEqual(['random'])
})

test('what a killed writer left is no model, and the next writer of that name removes it', async () => {
  const left = join(directory, '.mine.partial-12345')
  await mkdir(left)
  await writeFile(join(left, 'manifest.json'), MANIFEST)
  await mkdir(join(directory, '.mine-2.partial-12345'))
  expect(await readModels(directory)).toEqual([])
  await writeModelFolder(join(directory, 'mine'), { 'manifest.json': MANIFEST })
  expect((await readdir(directory)).sort()).toEqual(['.mine-2.partial-12345', 'mine'])
})

test('an existing folder is refused and keeps its files', async () => {
  await mkdir(join(directory, 'mine'))
  await writeFile(join(directory, 'mine', 'notes.txt'), 'kept')
  const writing = writeModelFolder(join(directory, 'mine'), { 'manifest.json': MANIFEST })
  await expect(writing).rejects.toThrow(/mine already exists; choose another name\.$/)
  expect(await readdir(directory)).toEqual(['mine'])
  expect(await readFile(join(directory, 'mine', 'notes.txt'), 'utf8')).toBe('kept')
})
