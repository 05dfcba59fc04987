import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { EXAMPLES } from '../../web/playground/examples.ts'

test.each(EXAMPLES)('the playground example $query fits the schema', ({ query }) => {
  expect(validate(schema, parse(query))).toEqual([])
})
