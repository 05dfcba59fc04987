import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNodeId } from '../../src/graphql/node-id.ts'

const encode = (text: string) => Buffer.from(text).toString('base64')
const A = '0190a0a0-0000-7000-8000-000000000001'
const B = '0190a0a0-0000-7000-8000-000000000002'

test('an id is its type and its key', () => {
  expect(readNodeId(encode(`Entity:${A}`))).toEqual({ typename: 'Entity', id: A })
  expect(readNodeId(encode(`Classification:${A}.${B}`))).toEqual({ typename: 'Classification', id: `${A}.${B}` })
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
  expect(() => readNodeId(encode(text))).toThrow('This is no id of this server')
})

test('no text gets through by accident', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(() => readNodeId(text)).toThrow('This is no id of this server')
    }),
  )
})
