import { expect, test } from 'vitest'
import { describeRows, progressOf } from '../../web/import/describe-import.ts'
import { importInput, warnings, whyNot } from '../../web/import/import-input.ts'
import { labelMapIn, labelMapText, unknownLabels } from '../../web/import/label-map.ts'
import type { Field, Upload } from '../../web/import/send-file.ts'
import { formatBytes } from '../../web/numbers/format-number.ts'

const upload = (format: Upload['format'], fields: readonly (Field | null)[]): Upload => ({
  uploadId: 'u1',
  name: 'tweets.csv',
  sizeBytes: 100,
  format,
  encoding: 'utf-8',
  isEncodingDoubtful: false,
  hasHeader: true,
  columns: fields.map((field, index) => ({ name: `c${index}`, field })),
  sampleRows: [],
  suggestions: [],
  notices: [],
})
const NOTHING = { suggestions: [] }
const choices = (fields: readonly (Field | null)[]) => ({
  fields,
  hasHeader: true,
  encoding: null,
  skipLines: 0,
  entity: ' Xbox ',
  matchEntities: false,
  timezone: 'UTC',
  timeFormat: '',
  labels: '',
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

test('only a chosen encoding is sent, so that the import says which one was detected', () => {
  const made = { ...choices(['text']), encoding: 'gbk' }
  expect(importInput(upload('CSV', ['text']), made, 'key').encoding).toBe('gbk')
})

test('NDJSON needs no columns: objects name their values', () => {
  const input = importInput(upload('NDJSON', ['text']), choices(['text']), 'key')
  expect(input).not.toHaveProperty('columns')
})

test('of objects, only choices that differ from the detected ones are sent', () => {
  const tweets = upload('NDJSON', ['text', null, 'author'])
  expect(importInput(tweets, choices([null, 'text', 'author']), 'key').columnMap).toEqual([
    { field: 'TEXT', column: 'c1' },
  ])
  expect(importInput(tweets, choices(['text', 'postedAt', null]), 'key').columnMap).toEqual([
    { field: 'POSTED_AT', column: 'c1' },
    { field: 'AUTHOR', column: '-' },
  ])
})

test('labels and times are sent if a column has them', () => {
  const made = {
    ...choices(['text', 'label', 'postedAt']),
    labels: '0=Negative, 4=Positive,mixed=-',
    timeFormat: 'day-first',
  }
  const input = importInput(upload('CSV', made.fields), made, 'key')
  expect(input.labelMap).toEqual([
    { value: '0', label: 'NEGATIVE' },
    { value: '4', label: 'POSITIVE' },
    { value: 'mixed', label: null },
  ])
  expect(input.timeFormat).toBe('day-first')
  const without = importInput(upload('CSV', ['text']), { ...made, fields: ['text'] }, 'key')
  expect([without.labelMap, without.timeFormat]).toEqual([undefined, undefined])
})

test('a wrong label map is said, and unknown labels are named', () => {
  for (const labels of ['0', '0=', '=Negative', '0=Bad', '0=Negative=Positive']) {
    expect(whyNot(NOTHING, { ...choices(['text', 'label']), labels }), labels).toMatch(/^Labels must be pairs such as/)
  }
  expect(unknownLabels(['0', 'positive', '4 ', '', '4', 'Mixed'], labelMapIn('0=Negative,mixed=-') ?? [])).toEqual([
    '4',
  ])
})

test('what an import will lack is said before it', () => {
  const csv = upload('CSV', ['text', null, null])
  expect(warnings(csv, choices(['text', null, null]))).toEqual([
    'Not read: c1, c2.',
    'No column is a time, so the tweets count at the time of their import.',
    'No column is an id, so rows with the same text count once, and changed rows count again.',
  ])
  expect(warnings(csv, choices(['text', 'postedAt', 'externalId']))).toEqual([])
})

test('sizes are written for people', () => {
  expect([0, 1, 999, 1000, 293_466, 999_950, 1_234_567, 5_400_000_000].map(formatBytes)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '293 kB',
    '1.0 MB',
    '1.2 MB',
    '5.4 GB',
  ])
})

test('a file without a text, and one with two, cannot be imported', () => {
  expect(whyNot(NOTHING, choices(['entity', null]))).toBe('One column must be the text.')
  expect(whyNot(NOTHING, choices(['text', 'text']))).toBe('Only one column can be text.')
  expect(whyNot(NOTHING, choices(['text', 'label', 'score']))).toMatch(/^Only one column can be the label/)
  expect(whyNot(NOTHING, choices(['text', null]))).toBeNull()
})

test('every row is accounted for, and progress never passes the end', () => {
  expect(
    describeRows({ processedCount: 1234, storedCount: 1200, duplicateCount: 30, relabelledCount: 0, rejectedCount: 4 }),
  ).toBe('1,234 read = 1,200 stored + 30 duplicates + 4 rejected')
  expect(progressOf({ status: 'RUNNING', processedBytes: 50, sizeBytes: 200 })).toBe(0.25)
  expect(progressOf({ status: 'RUNNING', processedBytes: 300, sizeBytes: 200 })).toBe(1)
  expect(progressOf({ status: 'QUEUED', processedBytes: 0, sizeBytes: 0 })).toBe(0)
})

test('times that can be read in two ways are asked for', () => {
  const asked = { suggestions: [{ column: 1, timeFormat: null, ambiguousTime: '03/04/2026', labelMap: [] }] }
  expect(whyNot(asked, choices(['text', 'postedAt']))).toBe(
    'Times such as 03/04/2026 can be read in two ways: choose the format of times.',
  )
  expect(whyNot(asked, { ...choices(['text', 'postedAt']), timeFormat: 'day-first' })).toBeNull()
  // Another column is the time.
  expect(whyNot(asked, choices(['text', null, 'postedAt']))).toBeNull()
})

test('columns of an export say what they are for', () => {
  const csv = upload('CSV', ['text', 'externalId', 'postedAt', null, null, null, null])
  const uses = new Map([
    [3, 'identity'],
    [4, 'computed'],
    [6, 'human'],
  ] as const)
  const columns = csv.columns.map((column, index) => {
    const use = uses.get(index as 3 | 4 | 6)
    return use === undefined ? column : { ...column, use }
  })
  expect(warnings({ ...csv, columns }, choices(csv.columns.map(({ field }) => field)))).toEqual([
    'Not read: c5.',
    'Used to recognise tweets that are stored already: c3.',
    'Not read, because the model computes it anew: c4.',
    'Not read here; a file of `pulso labels export` transfers labels of people: c6.',
  ])
})

test('a suggested label map is written as the command reads it', () => {
  const map = [
    { value: '0', label: 'NEGATIVE' as const },
    { value: 'mixed', label: null },
  ]
  expect(labelMapText(map)).toBe('0=Negative,mixed=-')
  expect(labelMapIn(labelMapText(map))).toEqual(map)
})
