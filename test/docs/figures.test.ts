import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  MAX_BATCH_BODY_BYTES,
  MAX_BATCH_SIZE,
  MAX_BODY_BYTES,
  MAX_BREADTH,
  MAX_COMPLEXITY,
  MAX_DEPTH,
  MAX_DOCUMENT_LENGTH,
  MAX_INTROSPECTIONS,
  MAX_PAGE_SIZE,
  MAX_REST_BODY_BYTES,
  MAX_TOKENS,
  MAX_VARIABLE_VALUES,
} from '../../src/graphql/limits.ts'
import { MAX_TEXT_LENGTH } from '../../src/problem/check-string.ts'
import { PROBLEM_CODES } from '../../src/problem/problem.ts'

const api = readFileSync('docs/api.md', 'utf8')

/** The second cell of the line of a table that begins with `name`. */
const valueBeside = (document: string, name: string) =>
  document
    .split('\n')
    .find(line => line.startsWith(`| ${name} |`))
    ?.split('|')[2]
    ?.trim()

test.each([
  ['depth of an operation', MAX_DEPTH],
  ['breadth of an operation', MAX_BREADTH],
  ['cost of an operation', MAX_COMPLEXITY],
  ['tokens of a document', MAX_TOKENS],
  ['values in the variables', MAX_VARIABLE_VALUES],
  ['`__schema` and `__type` in a document', MAX_INTROSPECTIONS],
  ['page size', MAX_PAGE_SIZE],
  ['tweets in `classifyBatch`', MAX_BATCH_SIZE],
  ['text of a tweet', MAX_TEXT_LENGTH],
  ['characters of a document', MAX_DOCUMENT_LENGTH],
  ['body of `POST /graphql`', MAX_BODY_BYTES],
  ['the same with `classifyBatch`', MAX_BATCH_BODY_BYTES],
  ['body of the REST route', MAX_REST_BODY_BYTES],
])('the API guide states the limit of the %s', (name, limit) => {
  expect(valueBeside(api, name)).toMatch(new RegExp(`^${limit.toLocaleString('en')}\\b`))
})

test('the API guide explains every code of userErrors', () => {
  expect(PROBLEM_CODES.filter(code => valueBeside(api, `\`${code}\``) === undefined)).toEqual([])
})

test('the operations guide explains every variable of the environment', () => {
  const operations = readFileSync('docs/operations.md', 'utf8')
  const variables = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name,
  )
  expect(new Set(variables).size).toBeGreaterThan(10)
  expect(variables.filter(name => valueBeside(operations, `\`${name}\``) === undefined)).toEqual([])
})
