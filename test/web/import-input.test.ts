import { expect, test } from 'vitest'
import { describeRows, progressOf } from '../../web/import/describe-import.ts'
import { importInput, whyNot } from '../../web/import/import-input.ts'
import type { Field, Upload } from '../../web/import/send-file.ts'

const upload = (format: Upload['format'], fields: readonly (Field | null)[]): Upload => ({
  uploadId: 'u1',
  name: 'tweets.csv',
  sizeBytes: 100,
  format,
  hasHeader: true,
  columns: fields.map((field, index) => ({ name: `c${index}`, field })),
  sampleRows: [],
  notices: [],
})
const choices = (fields: readonly (Field | null)[]) => ({
  fields,
  hasHeader: true,
  entity: ' Xbox ',
  matchEntities: false,
  timezone: 'UTC',
})

test('columns are sent to the API by their names there', () => {
  const fields = ['externalId', null, 'label', 'postedAt', 'text'] as const
  expect(importInput(upload('CSV', fields), choices(fields), 'key')).toEqual({
    uploadId: 'u1',
    format: 'CSV',
    idempotencyKey: 'key',
    matchEntities: false,
    timezone: 'UTC',
    entity: 'Xbox',
    columns: ['id', '-', 'sentiment', 'posted_at', 'text'],
    hasHeader: true,
  })
})

test('NDJSON needs no columns: objects name their values', () => {
  const input = importInput(upload('NDJSON', ['text']), choices(['text']), 'key')
  expect(input).not.toHaveProperty('columns')
})

test('a file without a text, and one with two, cannot be imported', () => {
  const csv = upload('CSV', [null, null])
  expect(whyNot(csv, choices(['entity', null]))).toBe('One column must be the text.')
  expect(whyNot(csv, choices(['text', 'text']))).toBe('Only one column can be text.')
  expect(whyNot(csv, choices(['text', null]))).toBeNull()
  expect(whyNot(upload('NDJSON', ['text']), choices([]))).toBeNull()
})

test('every row is accounted for, and progress never passes the end', () => {
  expect(describeRows({ processedCount: 1234, storedCount: 1200, duplicateCount: 30, rejectedCount: 4 })).toBe(
    '1,234 read = 1,200 stored + 30 duplicates + 4 rejected',
  )
  expect(progressOf({ status: 'RUNNING', processedBytes: 50, sizeBytes: 200 })).toBe(0.25)
  expect(progressOf({ status: 'RUNNING', processedBytes: 300, sizeBytes: 200 })).toBe(1)
  expect(progressOf({ status: 'QUEUED', processedBytes: 0, sizeBytes: 0 })).toBe(0)
})
