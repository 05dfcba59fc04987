import type { ApolloServer } from '@apollo/server'
import type { WebSocket } from '@fastify/websocket'
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { CloseCode, makeServer } from 'graphql-ws'
import type { Semaphore } from '../../concurrency/semaphore.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import type { ErrorFormat } from '../error-format.ts'
import { subscribe } from '../subscribe.ts'
import { checkSubscription } from '../subscription-gate.ts'
import { keepAlive } from './keep-alive.ts'

export interface LiveSocketOptions {
  readonly apollo: ApolloServer<GraphqlContext>
  readonly schema: GraphQLSchema
  readonly context: GraphqlContext
  readonly formatError: ErrorFormat
  /** Limits the concurrent execution of subscription events. */
  readonly withPermit: Semaphore
}

/** Serves the protocol on an open socket. */
export type LiveSocketHandler = (socket: WebSocket, report: (error: unknown) => void) => void

/** A page needs one for a ticker and one for each of some entities. */
const MAX_SUBSCRIPTIONS = 32
const INIT_TIMEOUT_MS = 3_000
/** Limit of unsent responses. A subscription waits until its last response is sent, so only a flood of requests exceeds this. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024

const TOO_MANY: GraphQLFormattedError = {
  message: `A connection may have at most ${MAX_SUBSCRIPTIONS} subscriptions. End one, or open another connection.`,
  extensions: { code: 'BAD_USER_INPUT' },
}

/** The protocol graphql-transport-ws, with the same limits and error formats as HTTP requests. */
export function liveSocketHandler({
  apollo,
  schema,
  context,
  formatError,
  withPermit,
}: LiveSocketOptions): LiveSocketHandler {
  const formatAll = (errors: readonly GraphQLError[]) =>
    errors.map(error => (error instanceof FormattedError ? error.formatted : formatError(error.toJSON(), error)))
  const protocol = makeServer({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onSubscribe: async ({ subscriptions }, _id, { query, variables, operationName }) => {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) return refused([TOO_MANY])
      const request = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
      const checked = await checkSubscription(apollo, context, request)
      if (!checked.isAccepted) return refused(checked.errors)
      const args: ExecutionArgs = {
        schema,
        document: checked.document,
        contextValue: { ...context },
        variableValues: request.variables ?? null,
        operationName: request.operationName ?? null,
      }
      return args
    },
    subscribe: args => subscribe(args, withPermit, () => ({ ...context })),
    onNext: (_socket, _id, _payload, _args, { data, errors }) =>
      errors === undefined ? undefined : { ...(data === undefined ? {} : { data }), errors: formatAll(errors) },
    onError: (_socket, _id, _payload, errors) => formatAll(errors),
  })
  return (socket, report) => {
    const stopPinging = keepAlive(socket)
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: data => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: take => {
          socket.on('message', data => {
            take(String(data)).catch((error: unknown) => {
              if (socket.readyState !== socket.OPEN) return
              report(error)
              socket.close(CloseCode.InternalServerError, 'An internal error occurred; it was logged.')
            })
          })
        },
      },
      undefined,
    )
    socket.once('close', (code, reason) => {
      stopPinging()
      closed(code, String(reason)).catch(report)
    })
  }
}

/** An error that is formatted already, in the type that the library requires. */
class FormattedError extends GraphQLError {
  readonly formatted: GraphQLFormattedError

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message)
    this.formatted = formatted
  }
}

const refused = (errors: readonly GraphQLFormattedError[]) => errors.map(error => new FormattedError(error))

/** Resolves when the message is sent. A subscription computes its next response only then. */
const send = (socket: WebSocket, data: string) =>
  new Promise<void>(resolve => {
    if (socket.readyState === socket.OPEN && socket.bufferedAmount <= MAX_UNSENT_BYTES) {
      // A broken socket emits `close`, so the error is ignored here.
      socket.send(data, () => resolve())
      return
    }
    if (socket.readyState === socket.OPEN) socket.terminate()
    resolve()
  })
