import { PothosValidationError } from '@pothos/core'
import { buildSchema, execute, GraphQLError, type GraphQLFormattedError, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { formatError, valueOrError } from '../../src/graphql/errors.ts'
import { OverloadedError } from '../../src/ml/network/classifier.ts'
import { fail } from '../../src/problem/problem.ts'

const schema = buildSchema('input Range { from: Int } type Query { count(range: Range): Int }')

/** What a client sees of an error that a resolver throws, and what the log gets. */
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
  if (error === undefined) throw new Error('Nothing failed.')
  const logged: unknown[] = []
  return { seen: formatError(error.toJSON(), error, cause => logged.push(cause)), logged }
}

test('what is unexpected is logged whole and shown to nobody', async () => {
  const secret = new Error('connect ECONNREFUSED postgres://pulso:secret@db')
  const { seen, logged } = await seenAndLogged(secret)
  expect(logged).toEqual([secret])
  expect(JSON.stringify(seen)).not.toContain('secret')
  expect(seen.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
  expect(seen.path).toEqual(['count'])
})

test('an answer that cannot be written is our fault', async () => {
  const { errors = [] } = await execute({ schema, document: parse('{ count }'), rootValue: { count: 'many' } })
  const logged: unknown[] = []
  const seen = errors.map(error => formatError(error.toJSON(), error, cause => logged.push(cause)))
  expect(seen).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }])
  expect(logged).toHaveLength(1)
})

test('a problem is shown with its message and the path of the input', async () => {
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
])('%s is no bug', async (thrown, code) => {
  const { seen, logged } = await seenAndLogged(thrown)
  expect(seen.extensions?.code).toBe(code)
  expect(seen.message).toBe(thrown.message)
  expect(logged).toEqual([])
})

test('a value refused in the document is found by the name before it', () => {
  const errors = validate(schema, parse('{ count(range: { from: "yesterday" }) }'))
  const seen = errors.map(error => formatError({ message: error.message, extensions: { code: 'X' } }, error, () => {}))
  expect(seen[0]?.extensions?.field).toEqual(['from'])
})

test('a value refused in the variables is found by its path', async () => {
  const result = await execute({
    schema,
    document: parse('query ($range: Range) { count(range: $range) }'),
    variableValues: { range: { from: 'yesterday' } },
  })
  const seen = (result.errors ?? []).map(error => formatError(error.toJSON(), error, () => {}))
  expect(seen).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['range', 'from'] } }])
})
