import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openUploads } from '../../src/imports/uploads/uploads.ts'
import { makeDataDirectory } from '../support/data-directory.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
let directory: Awaited<ReturnType<typeof makeDataDirectory>>
beforeAll(async () => {
  directory = await makeDataDirectory()
  api = await startApi({ environment: { PULSO_DATA_DIR: directory.path } })
})
afterAll(async () => {
  await api.close()
  await directory.remove()
})

async function upload(name: string): Promise<string> {
  const response = await fetch(`${api.url}/imports?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'text\nI love it\n',
  })
  return ((await response.json()) as { uploadId: string }).uploadId
}

const LIST = '{ uploads { uploadId: id name sizeBytes uploadedAt: receivedAt } }'
const REMOVE = 'mutation ($id: ID!) { removeUpload(uploadId: $id) { uploadId userErrors { code field } } }'
const rest = (path = '', method = 'GET') => fetch(`${api.url}/imports/uploads${path}`, { method })

test('uploads are listed, newest first, and removed by either API', async () => {
  const [first, second] = [await upload('a.csv'), await upload('b.csv')]
  const listed = (await api.data(LIST)).uploads
  expect(listed.map(({ name }: { name: string }) => name).sort()).toEqual(['a.csv', 'b.csv'])
  expect(listed[0].sizeBytes).toBe(15)
  expect(await (await rest()).json()).toEqual({ uploads: listed })
  expect((await api.data(REMOVE, { id: first })).removeUpload).toEqual({ uploadId: first, userErrors: [] })
  expect((await rest(`/${second}`, 'DELETE')).status).toBe(204)
  expect(await api.data(LIST)).toEqual({ uploads: [] })
})

test.each(['nonsense', '', '../..', '0190a0a0-0000-7000-8000-000000000001', 'x'.repeat(400)])(
  'the upload %j does not exist',
  async id => {
    const { removeUpload } = await api.data(REMOVE, { id })
    expect(removeUpload).toEqual({ uploadId: null, userErrors: [{ code: 'NOT_FOUND', field: ['uploadId'] }] })
    if (id !== '') expect((await rest(`/${encodeURIComponent(id)}`, 'DELETE')).status).toBe(404)
  },
)

test('an upload of an open import stays', async () => {
  const id = await upload('c.csv')
  const now = new Date()
  await api.database.storage.prisma.importJob.create({
    data: {
      id: '0190a0a0-0000-7000-8000-00000000000a',
      idempotencyKey: 'held',
      uploadId: id,
      fileName: 'c.csv',
      sizeBytes: 15,
      status: 'RUNNING',
      processedBytes: 0,
      processedCount: 0,
      storedCount: 0,
      duplicateCount: 0,
      rejectedCount: 0,
      workedMs: 0,
      removedCount: 0,
      columns: [],
      options: {},
      runnerId: '0190a0a0-0000-7000-8000-00000000000b',
      leasedUntil: new Date(now.getTime() + 600_000),
      createdAt: now,
    },
  })
  expect((await api.data(REMOVE, { id })).removeUpload.userErrors).toMatchObject([{ code: 'CONFLICT' }])
  expect((await rest(`/${id}`, 'DELETE')).status).toBe(409)
  expect(await api.data(LIST)).toEqual({ uploads: [] })
})

const ID = (number: number) => `0190a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`

async function incomplete(folder: string, number: number, receiver: string | null, ageMs = 0): Promise<void> {
  const path = join(folder, ID(number))
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'body'), 'text\nI lo')
  if (receiver !== null) await writeFile(join(path, 'receiver'), receiver)
  const time = new Date(Date.now() - ageMs)
  await utimes(path, time, time)
}

test('files that a crash has cut off are removed at start, and do not count before', async () => {
  const other = await makeDataDirectory()
  const uploads = openUploads({ directory: other.path, maxBytes: 1000 })
  await incomplete(other.path, 1, '999999999')
  // A container's process often has the same id again.
  await incomplete(other.path, 2, String(process.pid))
  await incomplete(other.path, 3, null, 120_000)
  await incomplete(other.path, 4, String(process.ppid))
  await incomplete(other.path, 5, null)
  for (let number = 10; number < 120; number++) await incomplete(other.path, number, '999999999')
  const received = await uploads.receive(
    (async function* () {
      yield Buffer.from('text\nI love it\n')
    })(),
    'a.csv',
  )
  expect(received.ok).toBe(true)
  const complete = received.ok ? received.value.upload.id : ''
  await uploads.removeAbandoned(new Date())
  expect((await readdir(other.path)).sort()).toEqual([ID(4), ID(5), complete].sort())
  expect((await uploads.list()).map(({ id }) => id)).toEqual([complete])
  await other.remove()
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
