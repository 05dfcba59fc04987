import type { ApolloServer, ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { GraphqlContext } from '../graphql/context.ts'

/** Where a checked subscription is handed over. Only we can write it into a context. */
const ACCEPT = Symbol('accept subscription')

type GatedContext = GraphqlContext & { readonly [ACCEPT]?: (document: DocumentNode) => void }

const OVER_WEBSOCKET = 'Subscriptions are answered over a WebSocket at this path, by the protocol graphql-transport-ws.'
const OVER_POST = 'Only subscriptions are answered over a WebSocket: send queries and mutations by POST.'

/** Lets an operation pass where its kind is answered. Apollo itself runs no subscription; it only checks them, as it checks all others. */
export const subscriptionGate: ApolloServerPlugin<GatedContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        const isSubscription = operation?.operation === 'subscription'
        const isOverWebSocket = contextValue[ACCEPT] !== undefined
        if (operation === undefined || isSubscription === isOverWebSocket) return
        throw new GraphQLError(isSubscription ? OVER_WEBSOCKET : OVER_POST, {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        })
      },
      async responseForOperation({ document, contextValue, response }) {
        const accept = contextValue[ACCEPT]
        if (accept === undefined) return null
        accept(document)
        return { http: response.http, body: { kind: 'single', singleResult: { data: null } } }
      },
    }
  },
}

interface SubscriptionRequest {
  readonly query: string
  readonly variables: Record<string, unknown> | undefined
  readonly operationName: string | undefined
}

type CheckedSubscription =
  | { readonly isAccepted: true; readonly document: DocumentNode }
  | { readonly isAccepted: false; readonly errors: readonly GraphQLFormattedError[] }

/** The document of a subscription that may run, or what a client is told about why it may not: the same as over HTTP. */
export async function checkSubscription(
  apollo: ApolloServer<GraphqlContext>,
  context: GraphqlContext,
  { query, variables, operationName }: SubscriptionRequest,
): Promise<CheckedSubscription> {
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
