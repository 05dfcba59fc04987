import { expect, test } from 'vitest'
import { parseLabelMap } from '../../src/tables/label-map.ts'
import { parseLabel, parseScore } from '../../src/tables/parse-label.ts'
import { fieldsOf, readTable, shown } from './table.ts'

test.each([
  ['Positive', 'POSITIVE'],
  [' NEGATIVE ', 'NEGATIVE'],
  ['neu', 'NEUTRAL'],
  ['Irrelevant', 'IRRELEVANT'],
  ['4', null],
  ['', null],
  ['constructor', null],
])('the label %j is %s', (text, label) => expect(parseLabel(text)).toBe(label))

test.each([
  ['-2', 'NEGATIVE'],
  ['0', 'NEUTRAL'],
  ['1.5', 'POSITIVE'],
  ['3', null],
  ['', null],
  ['NaN', null],
])('the score %j is %s', (text, label) => expect(parseScore(text)).toBe(label))

test('a row with an invalid time is rejected with the field and a fix', async () => {
  const { rows } = await readTable('text,posted_at\nb,24.11.2026\nc,\nd,NaT\ne,2026-11-24 10:00 IST\n')
  expect(rows.map(shown)).toEqual([
    expect.stringMatching(/^2! "24\.11\.2026" is not a time; use a format such as 2026-11-24T10:00:00Z.* day-first/),
    '3: - | c',
    '4: - | d',
    expect.stringMatching(
      /^5! .* has the time zone IST, which may mean India, Israel or Irish .*offset such as \+05:30/,
    ),
  ])
  expect(rows.map(row => (row.fields.ok ? null : row.fields.problem.field))).toEqual([
    ['postedAt'],
    null,
    null,
    ['postedAt'],
  ])
})

test('an unknown label costs the label and not the tweet, and is counted', async () => {
  const words = ['Mixed', 'NaN', 'None', 'null', 'Mixed', 'happy', 'Positive', '']
  const { rows, rowNotices } = await readTable(`text,sentiment\n${words.map(word => `a,${word}\n`).join('')}`)
  expect(rows.map(row => fieldsOf(row).label)).toEqual([...Array(6).fill(null), 'POSITIVE', null])
  expect(rowNotices).toEqual([
    '6 rows have an unknown label and are read without it ("Mixed" 2, "NaN" 1, "None" 1, "null" 1, "happy" 1); a label map such as "Mixed=Neutral" names its meaning.',
  ])
})

test('a label map gives the meaning of words and numbers, and none', async () => {
  const labels = parseLabelMap('0=Negative,4=Positive,Mixed=-')
  const { rows, rowNotices } = await readTable('text,label\na,0\nb,4.0\nc,mixed\nd,Neutral\n', { labels })
  expect(rows.map(row => fieldsOf(row).label)).toEqual(['NEGATIVE', 'POSITIVE', null, 'NEUTRAL'])
  expect(rowNotices).toEqual([])
  const objects = await readTable('{"text":"a","label":0}\n{"text":"b","label":2}\n', { labels }, 'a.ndjson')
  expect(objects.rows.map(row => fieldsOf(row).label)).toEqual(['NEGATIVE', null])
  expect(objects.rowNotices).toHaveLength(1)
})

test.each([
  '1.29403E+18',
  '1.2940304724270001e+18',
  '1,29403E+18',
  '9e17',
  '1294.5',
  '77.0',
  '1294030472427000000.',
  '.5',
])('the number %s is no id: different ids were rounded to it', async id => {
  const { rows, rowNotices } = await readTable(`id;text\n${id};a\n${id};b\n`)
  expect(rows.map(row => fieldsOf(row).externalId)).toEqual([null, null])
  expect(rowNotices).toEqual([expect.stringMatching(/^2 rows have a rounded number such as .* read without an id/)])
})

test.each(['1294030472427000000', 'abc', '2024-05', '1.2.3', '-7', '1e', 'e5', '0x1e5', '12:30'])(
  '%s is an id',
  async id => {
    expect(fieldsOf((await readTable(`id;text\n${id};a\n`)).rows[0]).externalId).toBe(id)
  },
)

test('rows are numbered without the header and empty lines', async () => {
  const { rows } = await readTable('text\n\na\n\nb\n')
  expect(rows.map(row => [row.line, row.row])).toEqual([
    [3, 1],
    [5, 2],
  ])
})

test('an absent or empty value is null, never an empty text', async () => {
  const { rows } = await readTable('text,id,entity,author,posted_at,label\nhi,  ,,,,\n')
  expect(fieldsOf(rows[0])).toEqual({
    externalId: null,
    entity: null,
    text: 'hi',
    label: null,
    postedAt: null,
    author: null,
  })
})
