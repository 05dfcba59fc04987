import { expect, test } from 'vitest'
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

test('a row with an invalid label or time is rejected with the field and a fix', async () => {
  const { rows } = await readTable('text,sentiment,posted_at\na,happy,\nb,,24.11.2026\nc,,\n')
  expect(rows.map(shown)).toEqual([
    '2! "happy" is not a label; use Positive, Neutral, Negative or Irrelevant.',
    expect.stringMatching(/^3! "24\.11\.2026" is not a time; use a format such as 2026-11-24T10:00:00Z/),
    '4: - | c',
  ])
  expect(rows.map(row => (row.fields.ok ? null : row.fields.problem.field))).toEqual([['label'], ['postedAt'], null])
})

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
