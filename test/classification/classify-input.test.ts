import { expect, test } from 'vitest'
import { readClassifyInput } from '../../src/classification/classify-input.ts'
import { underField } from '../../src/problem/problem.ts'

test('omitted, null and blank values are absent', () => {
  const nothing = { entity: null, source: { kind: 'none' }, postedAt: null, author: null, importedLabel: null }
  expect(readClassifyInput({ text: 'Fine.' })).toEqual({ text: 'Fine.', ...nothing })
  expect(readClassifyInput({ text: 'Fine.', entity: '', externalId: ' ', postedAt: null, author: '\t' })).toEqual({
    text: 'Fine.',
    ...nothing,
  })
})

test('an external id becomes the source of the tweet', () => {
  expect(readClassifyInput({ text: 'Fine.', externalId: '42' })).toMatchObject({
    source: { kind: 'external', externalId: '42' },
  })
})

test('the field of a problem is its path from the arguments', () => {
  const problem = { code: 'INVALID', message: 'No.', field: ['text'] } as const
  expect(underField(problem, 'inputs', '3')).toMatchObject({ field: ['inputs', '3', 'text'] })
  expect(underField({ ...problem, field: null }, 'inputs', '3')).toMatchObject({ field: null })
})
