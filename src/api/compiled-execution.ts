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

/** Apollo's name for a replacement of its executor. */
type Gateway = NonNullable<ApolloServerOptions<GraphqlContext>['gateway']>

/** Compiling costs some milliseconds, which only repeated operations earn back. */
const COMPILE_AT = 4

/** A valid document with the arguments of its execution. */
interface Question {
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
  readonly context: GraphqlContext
}

export type Execution = (question: Question) => Promise<ExecutionResult>

interface KnownOperation {
  asked: number
  /** Null until the operation has run often enough, and always if it cannot be compiled. */
  compiled: CompiledQuery['query'] | null
}

/**
 * graphql-js interprets a document field by field. A repeated operation runs as a compiled function instead, with the same response; errors of
 * a request have the messages of graphql-js. Functions live as long as the parsed document, which Apollo caches in a bounded store.
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
    // A query can be executed a second time if its first result is unusable. A mutation cannot. The one error of a request that is found
    // only during execution is a null for an argument with a default.
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

/** Other errors are about arguments, and about values that do not fit their types. */
const isFromResolver = ({ originalError }: GraphQLError) => originalError instanceof Error

/** graphql-jit's errors lack properties that Apollo needs, such as extensions. Without a cause, an error would count as the client's. */
const fullError = ({ message, locations, path, originalError = new Error(message), extensions }: GraphQLError) =>
  Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations })

/** Makes Apollo execute operations with `run`. */
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
