import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, type OperationDefinitionNode } from 'graphql'
import type { GraphqlContext } from '../../graphql/context.ts'
import type { Metrics } from './create-metrics.ts'

/** Codes of errors that operations can have. Others count as INTERNAL_SERVER_ERROR, so that the label stays small. */
const CODES: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_LONG',
  'OVERLOADED',
  'UNAVAILABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'THROTTLED',
])

/** Measures each operation by its first root field. An operation without a known field counts as `invalid`. */
export const operationMetrics = (metrics: Pick<Metrics, 'operation'>): ApolloServerPlugin<GraphqlContext> => ({
  async requestDidStart() {
    const startedAt = performance.now()
    return {
      async willSendResponse({ operation, document, response, errors }) {
        const isChecked = document !== undefined && operation !== undefined && errors === undefined
        const { body } = response
        const found = errors ?? (body.kind === 'single' ? body.singleResult.errors : undefined) ?? []
        const field = isChecked || found.every(({ path }) => path !== undefined) ? rootField(operation) : 'invalid'
        metrics.operation(field, outcomeOf(found), (performance.now() - startedAt) / 1000)
      },
    }
  },
})

function rootField(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? []
  if (first === undefined) return 'invalid'
  return first.kind === Kind.FIELD ? first.name.value : 'fragment'
}

function outcomeOf(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[]): string {
  const [first] = errors
  if (first === undefined) return 'ok'
  const code = String(first.extensions?.code ?? 'INTERNAL_SERVER_ERROR')
  return CODES.has(code) ? code : 'INTERNAL_SERVER_ERROR'
}
