import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  booleanArray,
  bytesArray,
  floatArray,
  instantArray,
  integerArray,
  textArray,
  uuidArray,
} from '../../src/storage/binary-arrays.ts'

let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('databaseServer').url })
  await client.connect()
})
afterAll(() => client.end())

/** The parameter as the database reads it, as text. */
async function understood(type: string, parameter: Buffer): Promise<unknown[]> {
  const { rows } = await client.query(`SELECT element::text FROM unnest($1::${type}[]) AS element`, [parameter])
  return rows.map(({ element }) => element)
}

const same = <T>(
  type: string,
  values: fc.Arbitrary<T>,
  encode: (values: T[]) => Buffer,
  shown: (value: T) => unknown,
) =>
  fc.assert(
    fc.asyncProperty(fc.array(values, { maxLength: 20 }), async given => {
      expect(await understood(type, encode(given))).toEqual(given.map(shown))
    }),
    { numRuns: 20 },
  )

test('ids arrive unchanged', () => same('uuid', fc.uuid(), uuidArray, id => id))

test('texts arrive unchanged, in any script, with quotes, braces and backslashes, and null stays null', () =>
  same(
    'text',
    fc.option(fc.string({ unit: fc.constantFrom('a', '"', '\\', '{', '}', ',', ' ', 'ñ', '😀', 'NULL') })),
    textArray,
    text => text,
  ))

test('integers, booleans and bytes arrive unchanged', async () => {
  await same('int4', fc.integer(), integerArray, value => String(value))
  await same('boolean', fc.boolean(), booleanArray, value => String(value))
  expect(await understood('bytea', bytesArray(['00ff', 'a1b2'], 2))).toEqual(['\\x00ff', '\\xa1b2'])
})

test('numbers arrive to the last bit', () =>
  same('float8', fc.double({ min: 0, max: 1, noNaN: true }), floatArray, value =>
    Object.is(value, -0) ? '-0' : expect.toSatisfy(text => Number(text) === value),
  ))

test('times arrive to the millisecond, before and after the year 2000', async () => {
  const times = [new Date('1970-01-01T00:00:01.001Z'), null, new Date('2026-11-28T12:34:56.789Z')]
  const { rows } = await client.query('SELECT element FROM unnest($1::timestamptz[]) AS element', [instantArray(times)])
  expect(rows.map(({ element }) => element)).toEqual(times)
})
