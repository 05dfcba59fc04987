import {
  type ExecutionResult,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  validate,
} from 'graphql'
import { expect, test } from 'vitest'
import { createExecution } from '../../src/api/compiled-execution.ts'
import type { GraphqlContext } from '../../src/graphql/context.ts'

let counted = 0
const required = new GraphQLNonNull(GraphQLInt)
const Brand = new GraphQLObjectType({
  name: 'Brand',
  fields: {
    name: { type: GraphQLString, resolve: async (name: string) => name },
    times: {
      type: GraphQLInt,
      args: { factor: { type: required, defaultValue: 1 } },
      resolve: (name: string, { factor }) => name.length * factor,
    },
    refused: {
      type: GraphQLString,
      resolve: () => {
        throw new GraphQLError('Not this one.', { extensions: { code: 'BAD_USER_INPUT' } })
      },
    },
    broken: {
      type: required,
      resolve: async (name: string) => {
        throw new RangeError(`${name} is broken`)
      },
    },
    word: { type: GraphQLInt, resolve: (name: string) => name },
    nothing: { type: required, resolve: () => null },
  },
})
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { brands: { type: new GraphQLList(Brand), resolve: () => ['Xbox', null, 'Nvidia'] } },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      count: { type: GraphQLInt, resolve: () => ++counted },
      add: {
        type: new GraphQLNonNull(Brand),
        args: { times: { type: required, defaultValue: 1 } },
        resolve: async (_root, { times }) => {
          const before = counted
          await new Promise(resolve => setImmediate(resolve))
          counted = before + times
          return 'Xbox'
        },
      },
    },
  }),
})

/** The interpreted result, and the result after the document is compiled. */
async function bothAnswers(text: string, variables: Record<string, unknown> = {}, operationName: string | null = null) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  const run = createExecution(schema, 3)
  const answers: ExecutionResult[] = []
  for (let time = 0; time < 4; time++) {
    answers.push(await run({ document, operationName, variables, context: {} as GraphqlContext }))
  }
  return [outcome(answers[0]), outcome(answers[3])]
}

const outcome = (result: ExecutionResult | undefined) => ({
  data: JSON.stringify(result?.data),
  errors: (result?.errors ?? []).map(error => ({
    ...error.toJSON(),
    extensions: error.extensions,
    cause: error.originalError?.constructor.name,
  })),
})

test.each([
  ['plain fields', '{ brands { name times } }', {}],
  [
    'names of types, aliases and fragments',
    '{ a: brands { __typename ...B } } fragment B on Brand { b: name name }',
    {},
  ],
  [
    'variables that decide',
    'query ($on: Boolean!) { brands { name @include(if: $on) times @skip(if: $on) } }',
    { on: true },
  ],
  ['other values of the variables', 'query ($on: Boolean!) { brands { name @include(if: $on) times } }', { on: false }],
  ['a variable', 'query ($by: Int!) { brands { times(factor: $by) } }', { by: 3 }],
  ['an omitted variable', 'query ($by: Int = 2) { brands { times(factor: $by) } }', {}],
  [
    'a variable that is null for a non-null type',
    'query ($by: Int = 2) { brands { times(factor: $by) } }',
    { by: null },
  ],
  ['a variable of another type', 'query ($by: Int!) { brands { times(factor: $by) } }', { by: 'three' }],
  ['a variable that is missing', 'query ($by: Int!) { brands { times(factor: $by) } }', {}],
  ['a GraphQL error', '{ brands { name refused } }', {}],
  ['an unexpected error', '{ brands { name broken } }', {}],
  ['a value that does not fit', '{ brands { name word } }', {}],
  ['null for a non-null field', '{ brands { name nothing } }', {}],
])('%s: the compiled result is the same', async (_name, text, variables) => {
  const [interpreted, compiled] = await bothAnswers(text, variables)
  expect(compiled).toEqual(interpreted)
})

test('each operation of a document is compiled separately', async () => {
  const text = 'query A { brands { name } } query B { brands { times } }'
  const [interpreted, compiled] = await bothAnswers(text, {}, 'B')
  expect(compiled).toEqual(interpreted)
  expect(compiled?.data).toContain('times')
})

test.each([
  ['a plain one', 'mutation { count }', {}, 1],
  ['several', 'mutation { a: add { name } b: add(times: 10) { name } count c: add { times } }', {}, 13],
  ['a variable', 'mutation ($by: Int!) { add(times: $by) { name } }', { by: 5 }, 5],
  ['an omitted variable', 'mutation ($by: Int) { add(times: $by) { name } }', {}, 1],
  ['a variable that is null for a non-null type', 'mutation ($by: Int) { add(times: $by) { name } }', { by: null }, 0],
  ['a variable of another type', 'mutation ($by: Int!) { add(times: $by) { name } }', { by: 'three' }, 0],
  ['a GraphQL error', 'mutation { add { name refused } }', {}, 1],
  ['an unexpected error', 'mutation { add { name broken } }', {}, 1],
  ['a value that does not fit', 'mutation { add { name word } }', {}, 1],
  ['null for a non-null field', 'mutation { add { name nothing } }', {}, 1],
])('a mutation, %s: compiled, it runs once for each request', async (_name, text, variables, each) => {
  counted = 0
  const [interpreted, compiled] = await bothAnswers(text, variables)
  expect(counted).toBe(4 * each)
  // The counter has another value in the fourth result.
  const comparable = ({ errors, data }: ReturnType<typeof outcome>) => ({
    errors: errors.map(error => ({ ...error, cause: error.cause !== undefined })),
    data: data?.replace(/\d+/g, '#'),
  })
  expect(compiled && comparable(compiled)).toEqual(interpreted && comparable(interpreted))
})
