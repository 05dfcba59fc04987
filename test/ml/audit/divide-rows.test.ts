import { describe, expect, test } from 'vitest'
import type { AuditedFile } from '../../../src/ml/audit/audited-file.ts'
import { divideByColumn, divideByFile, divideByName } from '../../../src/ml/audit/divide-rows.ts'
import { groupedSplit } from '../../../src/ml/evaluation/splits/grouped.ts'
import { trainTestSplit } from '../../../src/ml/training/numpy-permutation.ts'
import { rowOf } from './made-tweets.ts'

const fileOf = (rows: AuditedFile['rows']): AuditedFile => ({
  name: 'made.csv',
  sha256: '0',
  rows,
  unusableRowCount: 0,
})
const ROWS = Array.from({ length: 100 }, (_, index) =>
  rowOf({ line: index + 2, id: String(index >> 1), text: `Text number ${index}` }),
)
const linesOf = (rows: AuditedFile['rows']) => rows.map(({ line }) => line)

describe('one file', () => {
  test('is divided by row as scikit-learn does it, in the order of the file', () => {
    const { training, test, unassignedRowCount } = divideByName('rows', fileOf(ROWS), 7)
    const expected = trainTestSplit(100, 0.2, 7)
    expect(linesOf(test)).toEqual([...expected.test].map(row => row + 2).sort((a, b) => a - b))
    expect(training).toHaveLength(80)
    expect(unassignedRowCount).toBe(0)
    expect(linesOf(divideByName('rows', fileOf(ROWS), 8).test)).not.toEqual(linesOf(test))
  })

  test('is divided by id as in an evaluation, so that no id is in two parts', () => {
    const { training, test, unassignedRowCount } = divideByName('grouped', fileOf(ROWS), 7)
    const expected = groupedSplit(ROWS)
    expect([training, test]).toEqual([expected.training, expected.test])
    expect(unassignedRowCount).toBe(expected.development.length)
    const ids = new Set(training.map(({ id }) => id))
    expect(test.filter(({ id }) => ids.has(id))).toEqual([])
  })

  test('is divided as the original service did it, without rows that its training dropped', () => {
    const dropped = ROWS.map(row => (row.line % 2 === 0 ? row : { ...row, text: '@ starts with a sign' }))
    const { training, test, unassignedRowCount } = divideByName('random', fileOf(dropped), 7)
    expect(training.length + test.length + unassignedRowCount).toBe(100)
    expect([...training, ...test].every(({ line }) => line % 2 === 0)).toBe(true)
  })

  test('needs rows in both parts', () => {
    expect(() => divideByName('grouped', fileOf(ROWS.slice(0, 1)), 7)).toThrow(
      /^--split grouped leaves \d training and \d test rows; use a file with more rows\.$/,
    )
  })
})

describe('a split column', () => {
  const parted = fileOf(ROWS.map((row, index) => ({ ...row, part: ['train', 'Test', 'dev', ''][index % 4] ?? '' })))

  test('with the values train and test needs no other option', () => {
    const { training, test, unassignedRowCount, description } = divideByColumn(parted, 'part', null)
    expect([training.length, test.length, unassignedRowCount]).toEqual([25, 25, 50])
    expect(description).toBe('by the column part: Test is the test part')
  })

  test('with named test values trains on all others that are not empty', () => {
    const { training, test, unassignedRowCount } = divideByColumn(parted, 'part', ['dev'])
    expect([training.length, test.length, unassignedRowCount]).toEqual([50, 25, 25])
  })

  test('lists its values if a named one is missing, or if none is known', () => {
    expect(() => divideByColumn(parted, 'part', ['validation'])).toThrow(
      '--test-values names "validation"; the column part contains train (25), Test (25), dev (25), (empty) (25).',
    )
    const years = fileOf(ROWS.map((row, index) => ({ ...row, part: index < 50 ? '2015' : '2016' })))
    expect(() => divideByColumn(years, 'part', null)).toThrow(
      'The column part contains 2015 (50), 2016 (50); name the values of the test part, as in --test-values 2016.',
    )
  })

  test('with one value divides nothing', () => {
    const one = fileOf(ROWS.map(row => ({ ...row, part: 'train' })))
    expect(() => divideByColumn(one, 'part', ['train'])).toThrow(
      'The column part contains only train (100); a split needs at least two values.',
    )
  })

  test('with thousands of values lists some of them', () => {
    const many = fileOf(ROWS.map(row => ({ ...row, part: `value ${row.line}` })))
    expect(() => divideByColumn(many, 'part', null)).toThrow(/value 21 \(1\), …; name the values/)
  })
})

test('two files are the two parts', () => {
  const { training, test } = divideByFile(fileOf(ROWS.slice(0, 60)), fileOf(ROWS.slice(60)))
  expect([training.length, test.length]).toEqual([60, 40])
})
