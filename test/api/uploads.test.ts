import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let directory: string
let api: TestApi
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  api = await startApi({ environment: { PULSO_DATA_DIR: directory } })
})
afterAll(async () => {
  await api.close()
  await rm(directory, { recursive: true })
})

const ask = async (path: string, method = 'GET') => {
  const response = await fetch(`${api.url}${path}`, { method })
  const text = await response.text()
  return { status: response.status, answer: text === '' ? null : JSON.parse(text) }
}
const send = async (body: Buffer | string, name = 'feed.csv') => {
  const response = await fetch(`${api.url}/imports?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Uint8Array(Buffer.from(body)),
  })
  return (await response.json()) as { readonly uploadId: string }
}
const waiting = async () =>
  (await ask('/imports/uploads')).answer.uploads as readonly { uploadId: string; name: string }[]

test('uploads that wait are listed, newest first, and can be removed', async () => {
  expect(await waiting()).toEqual([])
  const first = await send('id,text\n1,I love it\n', 'first.csv')
  const second = await send('id,text\n1,I hate it\n', 'second.csv')
  expect(await waiting()).toEqual([
    { uploadId: second.uploadId, name: 'second.csv', sizeBytes: 20, uploadedAt: expect.any(String) },
    { uploadId: first.uploadId, name: 'first.csv', sizeBytes: 20, uploadedAt: expect.any(String) },
  ])
  expect((await ask(`/imports/uploads/${first.uploadId}`, 'DELETE')).status).toBe(204)
  expect((await waiting()).map(({ name }) => name)).toEqual(['second.csv'])
  const again = await ask(`/imports/uploads/${first.uploadId}`, 'DELETE')
  expect(again.status).toBe(404)
  expect(JSON.stringify(again.answer)).toContain('No upload with this id waits on this server.')
})

test('an upload is read again as the client says', async () => {
  const { uploadId } = await send(Buffer.from('Report of May\nid;text\n1;Привет\n', 'utf8'))
  const path = `/imports/uploads/${uploadId}`
  const { answer } = await ask(`${path}?skipLines=1`)
  expect(answer).toMatchObject({ uploadId, encoding: 'utf-8', hasHeader: true, sampleRows: [['1', 'Привет']] })
  const headless = await ask(`${path}?skipLines=1&hasHeader=false`)
  expect(headless.answer).toMatchObject({
    hasHeader: false,
    sampleRows: [
      ['id', 'text'],
      ['1', 'Привет'],
    ],
  })

  const cyrillic = Buffer.concat([Buffer.from('id;text\n1;'), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])])
  const other = await send(cyrillic)
  const guessed = await ask(`/imports/uploads/${other.uploadId}`)
  expect(guessed.answer).toMatchObject({ encoding: 'windows-1252', sampleRows: [['1', 'Ïðèâåò']] })
  const named = await ask(`/imports/uploads/${other.uploadId}?encoding=CP1251`)
  expect(named.answer).toMatchObject({ encoding: 'windows-1251', sampleRows: [['1', 'Привет']] })
})

test('a wrong parameter gets a sentence that says what would work', async () => {
  const { uploadId } = await send('id,text\n1,I love it\n')
  const cases = {
    'encoding=klingon': /encoding klingon is unknown; try utf-8/,
    'hasHeader=maybe': /hasHeader must be true or false/,
    'skipLines=-1': /skipLines must be from 0 to 1000/,
    'skipLines=99999': /skipLines must be from 0 to 1000/,
    'skipLines=1e2': /skipLines must be from 0 to 1000/,
    'format=doc': /format must be one of csv/,
    'encoding=utf-8&encoding=utf-8': /encoding must be given once/,
  }
  for (const [query, message] of Object.entries(cases)) {
    const { status, answer } = await ask(`/imports/uploads/${uploadId}?${query}`)
    expect(status, query).toBe(400)
    expect(JSON.stringify(answer), query).toMatch(message)
  }
  for (const id of ['x', '..%2F..', '01a22a3a-ae44-727d-9f94-9d0bc6347026']) {
    expect((await ask(`/imports/uploads/${id}`)).status, id).toBe(404)
  }
})

test('an upload whose import is open is not listed, and not removed', async () => {
  const { uploadId } = await send('id,text\n1,Nice\n')
  // Of another process, which is at work for an hour.
  await api.database.storage.pool.query(
    `INSERT INTO import_job (id, idempotency_key, upload_id, file_name, options, columns, status, size_bytes, taken_bytes,
       processed, succeeded, duplicates, rejected, worked_ms, removed, created_at, runner_id, leased_until)
     VALUES (gen_random_uuid(), 'open', $1, 'feed.csv', '{}', '{}', 'RUNNING', 1, 0, 0, 0, 0, 0, 0, 0, now(),
       gen_random_uuid(), now() + interval '1 hour')`,
    [uploadId],
  )
  expect((await waiting()).map(upload => upload.uploadId)).not.toContain(uploadId)
  const { status, answer } = await ask(`/imports/uploads/${uploadId}`, 'DELETE')
  expect(status).toBe(409)
  expect(JSON.stringify(answer)).toContain('An import of this upload is open. Cancel it first.')
})

test('a small file that decompresses to more than 32 MiB is refused', async () => {
  const packed = gzipSync(Buffer.concat([Buffer.from('id,text\n'), Buffer.alloc(40 * 1024 * 1024, 'a')]))
  expect(packed.length).toBeLessThan(100_000)
  const response = await fetch(`${api.url}/imports?name=bomb.csv`, {
    method: 'POST',
    headers: { 'content-type': 'application/gzip' },
    body: new Uint8Array(packed),
  })
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  expect(JSON.stringify(await response.json())).toContain('bomb.csv decompresses to more than 32 MiB')
})

test('ten thousand rejected rows of an import are kept, and the others are counted', async () => {
  const rows = Array.from({ length: 10_050 }, (_, row) => `x${row},`)
  const { uploadId } = await send(['id,text', 'good,I love it', ...rows].join('\n'), 'rejects.csv')
  const { startImport } = await api.data(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }',
    { input: { uploadId, idempotencyKey: 'rejects', entity: 'Xbox' } },
  )
  expect(startImport.userErrors).toEqual([])
  const query = 'query ($id: ID!) { importJob(id: $id) { status storedCount rejectedCount notices } }'
  const job = async () => (await api.data(query, { id: startImport.importJob.id })).importJob
  await expect.poll(async () => (await job()).status, { timeout: 25_000 }).toBe('COMPLETED')
  expect(await job()).toMatchObject({ storedCount: 1, rejectedCount: 10_050 })
  expect((await job()).notices.join()).toContain('Only the first 10,000 rejected rows are kept')
  const kept = await (await fetch(`${api.url}/imports/${startImport.importJob.id}/rejects`)).text()
  expect(kept.trim().split('\n')).toHaveLength(10_001)
})
