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

/** Apollo's interface for a custom executor. */
type Gateway = NonNullable<ApolloServerOptions<GraphqlContext>['gateway']>

/** The execution at which an operation is compiled. Compiling takes some milliseconds, which only pay off for repeated operations. */
const COMPILE_AT = 4

/** A valid document and its execution arguments. */
interface ExecutionRequest {
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
  readonly context: GraphqlContext
}

export type Execution = (request: ExecutionRequest) => Promise<ExecutionResult>

interface OperationState {
  executionCount: number
  /** Null until the operation is compiled; remains null if it cannot be compiled. */
  compiled: CompiledQuery['query'] | null
}

/**
 * graphql-js interprets a document field by field. Operations that are executed repeatedly are compiled to functions instead, with the same
 * result. Faulty requests are interpreted, so that their errors are those of graphql-js. A compiled function lives as long as the parsed
 * document, which Apollo keeps in a bounded cache.
 */
export function createExecution(schema: GraphQLSchema, compileAt = COMPILE_AT): Execution {
  const states = new WeakMap<OperationDefinitionNode, OperationState>()

  const compiledFor = ({ document, operationName }: ExecutionRequest, node: OperationDefinitionNode) => {
    const state = states.get(node) ?? { executionCount: 0, compiled: null }
    states.set(node, state)
    state.executionCount++
    if (state.executionCount === compileAt) state.compiled = compile(schema, document, operationName)
    return state.compiled
  }

  return async request => {
    const { document, operationName, variables, context } = request
    const interpret = async () =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: context })
    const node = getOperationAST(document, operationName)
    if (node == null || node.operation === OperationTypeNode.SUBSCRIPTION) return interpret()
    // A query can be executed again if the compiled result is not usable; a mutation cannot. The only fault of a request that is detected
    // during execution is a null for an argument with a default.
    const isRepeatable = node.operation === OperationTypeNode.QUERY
    if (!isRepeatable && Object.values(variables).includes(null)) return interpret()
    const compiled = compiledFor(request, node)
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
  // graphql-jit assigns response keys to an ordinary object, on which this one is special.
  if (document.loc?.source.body.includes('__proto__') !== false) return null
  const compiled = compileQuery(schema, document, operationName ?? undefined)
  return isCompiledQuery(compiled) ? compiled.query : null
}

/** Other errors concern arguments, or values that do not fit their types. */
const isFromResolver = ({ originalError }: GraphQLError) => originalError instanceof Error

/** Adds properties that Apollo requires and graphql-jit omits: extensions, and a cause, without which an error counts as the client's fault. */
const fullError = ({ message, locations, path, originalError = new Error(message), extensions }: GraphQLError) =>
  Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations })

/** A gateway, by which Apollo allows a custom executor. */
export function executedBy(schema: GraphQLSchema, run: Execution): Gateway {
  return {
    load: async () => ({
      executor: async ({ document, request, context }) =>
        (await run({
          document,
          // Not the name that Apollo resolved: it is null for an unknown name, and the only operation would run instead.
          operationName: request.operationName ?? null,
          variables: request.variables ?? {},
          context: context as GraphqlContext,
        })) as ExecutionResult<Record<string, unknown>, Record<string, unknown>>,
    }),
    onSchemaLoadOrUpdate: notify => {
      notify({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    stop: async () => {},
  }
}
