import type { ApolloServer, ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind, parse } from 'graphql'
import type { GraphqlContext } from '../graphql/context.ts'
import { MAX_TOKENS } from '../graphql/limits.ts'

/** The key of the callback that receives a checked operation. A symbol, so that only this file can set it on a context. */
const ACCEPT = Symbol('accept operation')

type GatedContext = GraphqlContext & { readonly [ACCEPT]?: (document: DocumentNode) => void }

const NEEDS_A_STREAM =
  'Subscriptions need a stream at this path: a WebSocket with the protocol graphql-transport-ws, or a request with Accept: text/event-stream.'

/** Refuses subscriptions without a stream. Apollo checks the operations of a stream, but does not run them. */
export const operationGate: ApolloServerPlugin<GatedContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation !== 'subscription' || contextValue[ACCEPT] !== undefined) return
        throw new GraphQLError(NEEDS_A_STREAM, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
      },
      async responseForOperation({ document, operation, contextValue, response }) {
        const accept = contextValue[ACCEPT]
        // For an unknown operation name, the execution reports the error.
        if (accept === undefined || operation === undefined) return null
        accept(document)
        return { http: response.http, body: { kind: 'single', singleResult: { data: null } } }
      },
    }
  },
}

/**
 * The reason why a document cannot be validated; null if it can. The specification forbids `@skip` and `@include` on the root field of a
 * subscription: nothing would be left to subscribe to. graphql-js 16 does not check this; its validation throws instead.
 */
export function conditionalSubscription(query: string): string | null {
  // Only the few documents with both words are parsed twice.
  if (!query.includes('subscription') || !/@\s*(skip|include)\b/.test(query)) return null
  const isConditional = parsed(query)?.definitions.some(
    definition =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === 'subscription' &&
      definition.selectionSet.selections.some(({ directives = [] }) =>
        directives.some(({ name }) => name.value === 'skip' || name.value === 'include'),
      ),
  )
  return isConditional === true ? 'The root field of a subscription must not have @skip or @include.' : null
}

/** Null for a document with a syntax error, which Apollo reports. */
function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: MAX_TOKENS })
  } catch {
    return null
  }
}

export interface OperationRequest {
  readonly query: string
  readonly variables: Record<string, unknown> | undefined
  readonly operationName: string | undefined
}

type CheckedDocument =
  | { readonly isAccepted: true; readonly document: DocumentNode }
  | { readonly isAccepted: false; readonly errors: readonly GraphQLFormattedError[] }

/** The document of a valid operation, or the errors for the client, which are the same as over HTTP. */
export async function checkOperation(
  apollo: ApolloServer<GraphqlContext>,
  context: GraphqlContext,
  { query, variables, operationName }: OperationRequest,
): Promise<CheckedDocument> {
  const conditional = conditionalSubscription(query)
  if (conditional !== null) {
    return { isAccepted: false, errors: [{ message: conditional, extensions: { code: 'BAD_USER_INPUT' } }] }
  }
  const accepted: DocumentNode[] = []
  const contextValue: GatedContext = {
    ...context,
    [ACCEPT]: document => {
      accepted.push(document)
    },
  }
  const request = {
    query,
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
  }
  const { body } = await apollo.executeOperation(request, { contextValue })
  const [document] = accepted
  if (document !== undefined) return { isAccepted: true, document }
  return { isAccepted: false, errors: body.kind === 'single' ? (body.singleResult.errors ?? []) : [] }
}
