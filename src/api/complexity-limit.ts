import type { ApolloServerPlugin } from '@apollo/server'
import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import type { GraphqlContext } from '../graphql/context.ts'
import { MAX_BREADTH, MAX_COMPLEXITY, MAX_DEPTH, MAX_INTROSPECTIONS, MAX_VARIABLE_VALUES } from '../graphql/limits.ts'
import { introspectionCount } from './introspection-count.ts'

/** Refuses an operation that is too deep, too broad or too costly before it is executed. */
export const complexityLimit: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, schema, request, contextValue }) {
        if (operation === undefined) return
        refuseOver(MAX_VARIABLE_VALUES, countValues(request.variables, MAX_VARIABLE_VALUES), 'values in its variables')
        refuseOver(MAX_INTROSPECTIONS, introspectionCount(document), 'introspection fields')
        refuseFaultyVariables(schema, operation, request.variables ?? {})
        const options = { schema, variables: request.variables ?? {}, ctx: contextValue }
        const cost = asClientError(() => complexityFromQuery(only(operation, document), options))
        refuseOver(MAX_DEPTH, cost.depth, 'levels of fields')
        refuseOver(MAX_BREADTH, cost.breadth, 'fields')
        refuseOver(MAX_COMPLEXITY, cost.complexity, 'points of cost')
      },
    }
  },
}

/** Counts values before they are parsed, because each faulty value becomes a separate error. Stops counting above `limit`. */
function countValues(variables: unknown, limit: number): number {
  const open: unknown[] = [variables]
  let count = 0
  for (let value = open.pop(); value !== undefined && count <= limit; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const children = Object.values(value)
    count += children.length
    for (const child of children.slice(0, limit)) open.push(child ?? 0)
  }
  return count
}

/**
 * Reports the first faulty variable. The plugin that computes the cost has no limit on errors, and each error quotes the whole value. A few
 * megabytes of faulty input would fill the memory.
 */
function refuseFaultyVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions ?? [], variables, { maxErrors: 1 })
  const [first] = errors ?? []
  if (first !== undefined) throw refusal(first.message, first)
}

/** Removes other operations, because the plugin computes the cost of a document's first operation. */
const only = (operation: OperationDefinitionNode, document: DocumentNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
})

function refuseOver(allowed: number, actual: number, what: string): void {
  if (actual > allowed) {
    throw refusal(
      `The operation has ${actual} ${what}; at most ${allowed} are allowed. Split it into several requests.`,
    )
  }
}

/** Measuring parses arguments for the first time. A faulty argument must not let its operation bypass the limits. */
function asClientError<T>(measure: () => T): T {
  try {
    return measure()
  } catch (error) {
    throw error instanceof GraphQLError ? refusal(error.message, error) : error
  }
}

const refusal = (message: string, cause?: GraphQLError) =>
  new GraphQLError(message, {
    ...(cause === undefined ? {} : { nodes: cause.nodes ?? null }),
    extensions: { code: 'BAD_USER_INPUT', ...cause?.extensions, http: { status: 400 } },
  })
