import { expect, test } from 'vitest'
import { idsIn } from '../../src/access/ids-in.ts'

const ENTITY = '019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11'
const globalId = Buffer.from(`Entity:${ENTITY}`).toString('base64')

test('ids are kept by their names, and nothing else is', () => {
  const input = {
    entityId: globalId,
    text: 'I love it',
    annotator: 'Ana',
    key: 'pulso_secret',
    secret: 'pulso_secret',
    name: 'feed',
    idea: 'not an id',
    grid: 'neither',
    count: 7,
    at: new Date(0),
    none: null,
  }
  expect(idsIn({ input })).toEqual({ entityId: [ENTITY] })
  expect(idsIn({ key: { prefix: 'Ab3dE6gH', hash: 'x' }, secret: 'x' })).toEqual({ prefix: ['Ab3dE6gH'] })
  expect(idsIn({ inputs: [{ externalId: 'a' }, { externalId: 'b' }, { externalId: 'a' }] })).toEqual({
    externalId: ['a', 'b'],
  })
  for (const nothing of [null, undefined, 'id', 7, [], {}]) expect(idsIn(nothing)).toEqual({})
})

test('hostile ids stay small and can be stored', () => {
  const many = Array.from({ length: 1000 }, (_, index) => `${index}`)
  const { externalIds = [], id = [] } = idsIn({ externalIds: many, id: ['x'.repeat(10_000), 'a\0b'] })
  expect([externalIds.length, id.map(({ length }) => length)]).toEqual([100, [200]])
  const halves = ['\ud800', `${'x'.repeat(199)}\u{1f600}`, '\u{1f600}']
  expect(idsIn({ id: halves })).toEqual({ id: ['\ufffd', `${'x'.repeat(199)}\ufffd`, '\u{1f600}'] })
})
