import { PothosValidationError } from '@pothos/core'
import { buildSchema, execute, GraphQLError, type GraphQLFormattedError, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { formatError, valueOrError } from '../../src/graphql/errors.ts'
import { OverloadedError } from '../../src/ml/network/classifier.ts'
import { fail } from '../../src/problem/problem.ts'

const schema = buildSchema('input Range { from: Int } type Query { count(range: Range): Int }')

/** The client's view of an error that a resolver throws, and the logged errors. */
async function seenAndLogged(thrown: unknown): Promise<{ seen: GraphQLFormattedError; logged: unknown[] }> {
  const { errors = [] } = await execute({
    schema,
    document: parse('{ count }'),
    rootValue: {
      count: () => {
        throw thrown
      },
    },
  })
  const [error] = errors
  if (error === undefined) throw new Error('No error was returned.')
  const logged: unknown[] = []
  return { seen: formatError(error.toJSON(), error, cause => logged.push(cause)), logged }
}

test('an unexpected error is logged in full and masked for clients', async () => {
  const secret = new Error('connect ECONNREFUSED postgres://pulso:secret@db')
  const { seen, logged } = await seenAndLogged(secret)
  expect(logged).toEqual([secret])
  expect(JSON.stringify(seen)).not.toContain('secret')
  expect(seen.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
  expect(seen.path).toEqual(['count'])
})

test('a result that cannot be serialised is an internal error', async () => {
  const { errors = [] } = await execute({ schema, document: parse('{ count }'), rootValue: { count: 'many' } })
  const logged: unknown[] = []
  const seen = errors.map(error => formatError(error.toJSON(), error, cause => logged.push(cause)))
  expect(seen).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }])
  expect(logged).toHaveLength(1)
})

test('a problem has its message and the path of the input', async () => {
  const problem = () => valueOrError(fail('INVALID', 'from must be before to.', ['range', 'from']))
  expect(problem).toThrow(GraphQLError)
  const thrown = await Promise.resolve()
    .then(problem)
    .catch((error: unknown) => error)
  const { seen, logged } = await seenAndLogged(thrown)
  expect(seen).toMatchObject({
    message: 'from must be before to.',
    extensions: { code: 'BAD_USER_INPUT', field: ['range', 'from'] },
  })
  expect(logged).toEqual([])
})

test.each([
  [new PothosValidationError('Invalid global ID: x'), 'BAD_USER_INPUT'],
  [new OverloadedError(), 'OVERLOADED'],
])('%s is not an internal error', async (thrown, code) => {
  const { seen, logged } = await seenAndLogged(thrown)
  expect(seen.extensions?.code).toBe(code)
  expect(seen.message).toBe(thrown.message)
  expect(logged).toEqual([])
})

test('an invalid value in the document has the name of its field', () => {
  const errors = validate(schema, parse('{ count(range: { from: "yesterday" }) }'))
  const seen = errors.map(error => formatError({ message: error.message, extensions: { code: 'X' } }, error, () => {}))
  expect(seen[0]?.extensions?.field).toEqual(['from'])
})

test('an invalid value in the variables has its path', async () => {
  const result = await execute({
    schema,
    document: parse('query ($range: Range) { count(range: $range) }'),
    variableValues: { range: { from: 'yesterday' } },
  })
  const seen = (result.errors ?? []).map(error => formatError(error.toJSON(), error, () => {}))
  expect(seen).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['range', 'from'] } }])
})
