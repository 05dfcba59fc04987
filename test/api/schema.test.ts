import { readFile } from 'node:fs/promises'
import { GraphQLEnumType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { printedSchema, SCHEMA_FILE } from '../../src/api/print-schema.ts'
import { schema } from '../../src/api/schema.ts'
import { LABELS } from '../../src/labels.ts'
import { PROBLEM_CODES } from '../../src/problem/problem.ts'

test('schema.graphql equals the served schema', async () => {
  expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(printedSchema())
})

test.each([
  ['Label', LABELS],
  ['UserErrorCode', PROBLEM_CODES],
])('%s has exactly the values of the code', (name, values) => {
  const type = schema.getType(name)
  if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is not an enum.`)
  expect(type.getValues().map(value => value.value)).toEqual(expect.arrayContaining([...values]))
  expect(type.getValues()).toHaveLength(values.length)
})

test('every mutation payload has userErrors', () => {
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const payload = schema.getType(String(mutation.type).replaceAll(/[![\]]/g, ''))
    expect(isObjectType(payload) && String(payload.getFields().userErrors?.type), mutation.name).toBe('[UserError!]!')
  }
})

test('every type has a description', () => {
  const unexplained = Object.values(schema.getTypeMap())
    .filter(type => isObjectType(type) && !type.name.startsWith('__') && !/(Connection|Edge|PageInfo)$/.test(type.name))
    .filter(type => !type.description)
  expect(unexplained.map(({ name }) => name)).toEqual([])
})
