import type { ApolloServerOptions } from '@apollo/server'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { GraphqlContext } from '../graphql/context.ts'

/** Apollo's name for something else that executes. */
type Gateway = NonNullable<ApolloServerOptions<GraphqlContext>['gateway']>

/** Compiling costs some milliseconds: the questions of a dashboard earn them back, and one that nobody repeats is spared them. */
const COMPILE_AT = 4

/** A document that was found valid, and what it is executed with. */
interface Question {
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
  readonly context: GraphqlContext
}

export type Execution = (question: Question) => Promise<ExecutionResult>

interface KnownOperation {
  asked: number
  /** Null before it was asked often enough, and for good where it cannot be compiled. */
  compiled: CompiledQuery['query'] | null
}

/**
 * graphql-js walks through a document field by field. An operation that is asked for again and again runs as a function that was written for
 * it instead, with the same answer; whatever is wrong with a request is told in the words of graphql-js. Functions live as long as the parsed
 * document, which Apollo keeps in a bounded store.
 */
export function createExecution(schema: GraphQLSchema, compileAt = COMPILE_AT): Execution {
  const known = new WeakMap<OperationDefinitionNode, KnownOperation>()

  const compiledFor = ({ document, operationName }: Question, node: OperationDefinitionNode) => {
    const operation = known.get(node) ?? { asked: 0, compiled: null }
    known.set(node, operation)
    operation.asked++
    if (operation.asked === compileAt) operation.compiled = compile(schema, document, operationName)
    return operation.compiled
  }

  return async question => {
    const { document, operationName, variables, context } = question
    const interpret = async () =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: context })
    const node = getOperationAST(document, operationName)
    if (node == null || node.operation === OperationTypeNode.SUBSCRIPTION) return interpret()
    // A query can be asked a second time where the first answer will not do. A mutation cannot; the one fault of a request that is found
    // while it is executed is a null where the schema has a default instead.
    const isRepeatable = node.operation === OperationTypeNode.QUERY
    if (!isRepeatable && Object.values(variables).includes(null)) return interpret()
    const compiled = compiledFor(question, node)
    if (compiled === null) return interpret()
    const { errors: faults } = getVariableValues(schema, node.variableDefinitions ?? [], variables, { maxErrors: 1 })
    if (faults !== undefined) return interpret()
    const result = await compiled({}, context, variables)
    const { errors } = result
    if (errors === undefined) return result
    if (isRepeatable && !errors.every(isFromResolver)) return interpret()
    return { ...result, errors: errors.map(fullError) }
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null) {
  // graphql-jit assigns response keys to an ordinary object, where this one has a meaning of its own.
  if (document.loc?.source.body.includes('__proto__') !== false) return null
  const compiled = compileQuery(schema, document, operationName ?? undefined)
  return isCompiledQuery(compiled) ? compiled.query : null
}

/** Others are about arguments and about values that do not fit their types. */
const isFromResolver = ({ originalError }: GraphQLError) => originalError instanceof Error

/** graphql-jit's errors lack what Apollo relies on, such as extensions; and without a cause an error would count as the client's. */
const fullError = ({ message, locations, path, originalError = new Error(message), extensions }: GraphQLError) =>
  Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations })

/** The way by which Apollo lets others execute. */
export function executedBy(schema: GraphQLSchema, run: Execution): Gateway {
  return {
    load: async () => ({
      executor: async ({ document, request, context }) =>
        (await run({
          document,
          // Not the name that Apollo resolved, which is null for an unknown one: the only operation would run in its place.
          operationName: request.operationName ?? null,
          variables: request.variables ?? {},
          context: context as GraphqlContext,
        })) as ExecutionResult<Record<string, unknown>, Record<string, unknown>>,
    }),
    onSchemaLoadOrUpdate: tell => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    stop: async () => {},
  }
}
