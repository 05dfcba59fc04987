import { expect, test } from 'vitest'
import { flattenObject } from '../../../src/tables/json/flatten-object.ts'
import { parseJson } from '../../../src/tables/json/parse-json.ts'

test.each([
  ['{"id":1264156154112000001}', { id: '1264156154112000001' }],
  ['{"id":-1264156154112000001}', { id: '-1264156154112000001' }],
  ['{"id":9007199254740991,"n":1234567890.1234567}', { id: 9007199254740991, n: 1234567890.1234567 }],
  ['{"id":9007199254740993}', { id: '9007199254740993' }],
  ['{"id":1.26415615411200e18}', { id: '1.26415615411200e18' }],
  ['{"id":1264156154112000001.0}', { id: '1264156154112000001.0' }],
  ['{"t":1.7e9,"u":1e-3,"v":-0.5}', { t: 1.7e9, u: 0.001, v: -0.5 }],
  [
    '{"a":NaN,"b":Infinity,"c":-Infinity,"d":"NaN, 1264156154112000001"}',
    { a: null, b: null, c: null, d: 'NaN, 1264156154112000001' },
  ],
  ['{"a":[NaN,1],"text":"say \\"NaN\\" -Infinity"}', { a: [null, 1], text: 'say "NaN" -Infinity' }],
])('%s', (text, expected) => {
  expect(parseJson(text)).toEqual(expected)
})

test.each(['{"a":NaNa}', '{"a":1264156154112000001x}', '{a:NaN}', '{"a":Infinity'])('%s is not JSON', text => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})

test('an object becomes cells by path, whatever its keys are', () => {
  const object = JSON.parse(
    '{"user":{"screen_name":"ana","__proto__":{"x":1}},"tags":["a"],"valueOf":1,"constructor":{"prototype":2}}',
  )
  expect(Object.entries(flattenObject(object))).toEqual([
    ['user.screen_name', 'ana'],
    ['user.__proto__.x', 1],
    ['tags', ['a']],
    ['valueOf', 1],
    ['constructor.prototype', 2],
  ])
})

test('typed values of MongoDB are unwrapped', () => {
  const object = {
    _id: { $oid: '5f' },
    id: { $numberLong: '1264156154112000001' },
    at: { $date: { $numberLong: '1583056800000' } },
    on: { $date: '2020-03-01T10:00:00Z' },
    price: { $currency: 'EUR' },
  }
  expect({ ...flattenObject(object) }).toEqual({
    _id: '5f',
    id: '1264156154112000001',
    at: '2020-03-01T10:00:00.000Z',
    on: '2020-03-01T10:00:00Z',
    'price.$currency': 'EUR',
  })
})

test('deep nesting and many keys have an end', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)
  expect(Object.keys(flattenObject(deep))).toEqual(['a.a.a.a.a'])
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))
  expect(Object.keys(flattenObject(wide))).toHaveLength(1000)
})
