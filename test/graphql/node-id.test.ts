import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, readNodeId } from '../../src/graphql/node-id.ts'

const encode = (text: string) => Buffer.from(text).toString('base64')
const A = '0190a0a0-0000-7000-8000-000000000001'
const B = '0190a0a0-0000-7000-8000-000000000002'

test('an id is its type and its key', () => {
  expect(readNodeId(encode(`Entity:${A}`))).toEqual({ typename: 'Entity', id: A })
  expect(readNodeId(encode(`Classification:${A}.${B}`))).toEqual({ typename: 'Classification', id: `${A}.${B}` })
})

test('a mutation takes the key out of an id of the right type', () => {
  expect(idOf('Entity', encode(`Entity:${A}`), 'input', 'entityId')).toEqual({ ok: true, value: A })
})

test('a mutation refuses other ids as values, by the path of the argument', () => {
  expect(idOf('Entity', encode(`Tweet:${A}`), 'input', 'entityId')).toEqual({
    ok: false,
    problem: {
      code: 'INVALID',
      message: 'entityId must be an id of type Entity, but this one is of type Tweet.',
      field: ['input', 'entityId'],
    },
  })
  expect(idOf('Entity', 'nonsense', 'id')).toEqual({
    ok: false,
    problem: {
      code: 'INVALID',
      message: 'id must be an id of type Entity, exactly as this API returned it.',
      field: ['id'],
    },
  })
})

test.each([
  '',
  'Entity',
  'Entity:',
  `Entity:${A}.${B}`,
  `Classification:${A}`,
  `Entity:${A}\n`,
  `Entity:${A.toUpperCase()}`,
  `User:${A}`,
  `constructor:${A}`,
  `__proto__:${A}`,
  "Entity:' OR 1=1 --",
])('%j is no id', text => {
  expect(() => readNodeId(encode(text))).toThrow('This is not an id.')
})

test('no text gets through by accident', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(() => readNodeId(text)).toThrow('This is not an id.')
    }),
  )
})
