import { expect, test } from 'vitest'
import { readClassifyInput } from '../../src/classification/classify-input.ts'
import { underField } from '../../src/problem/problem.ts'

test('omitted, null and blank values are absent', () => {
  const nothing = { entity: null, source: { kind: 'none' }, postedAt: null, author: null, importedLabel: null }
  expect(readClassifyInput({ text: 'Fine.' })).toEqual({ ok: true, value: { text: 'Fine.', ...nothing } })
  expect(readClassifyInput({ text: 'Fine.', entity: '', externalId: ' ', postedAt: '', author: '\t' })).toEqual({
    ok: true,
    value: { text: 'Fine.', ...nothing },
  })
})

test('a time with an offset is an instant', () => {
  expect(readClassifyInput({ text: 'Fine.', postedAt: '2026-03-01T10:30:00+01:00' })).toMatchObject({
    ok: true,
    value: { postedAt: new Date('2026-03-01T09:30:00Z') },
  })
})

test('a time without an offset is refused, and the message gives a valid example', () => {
  expect(readClassifyInput({ text: 'Fine.', postedAt: '2026-03-01T10:30:00' })).toMatchObject({
    ok: false,
    problem: { code: 'INVALID', field: ['postedAt'], message: expect.stringContaining('2026-03-01T09:30:00Z') },
  })
})

test('an external id becomes the source of the tweet', () => {
  expect(readClassifyInput({ text: 'Fine.', externalId: '42' })).toMatchObject({
    value: { source: { kind: 'external', externalId: '42' } },
  })
})

test('the field of a problem is its path from the arguments', () => {
  const problem = { code: 'INVALID', message: 'No.', field: ['text'] } as const
  expect(underField(problem, 'inputs', '3')).toMatchObject({ field: ['inputs', '3', 'text'] })
  expect(underField({ ...problem, field: null }, 'inputs', '3')).toMatchObject({ field: null })
})
