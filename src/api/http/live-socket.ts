import type { WebSocket } from '@fastify/websocket'
import type { GraphQLError } from 'graphql'
import { CloseCode, makeServer } from 'graphql-ws'
import { FormattedError } from '../formatted-error.ts'
import type { StreamedOperations } from '../streamed-operations.ts'
import { keepAlive } from './keep-alive.ts'

/** Serves the protocol on an open socket. */
export type LiveSocketHandler = (socket: WebSocket, report: (error: unknown) => void) => void

/** Of any kind. A page needs one for a ticker and one for each of some entities. */
const MAX_OPERATIONS = 32
const INIT_TIMEOUT_MS = 3_000
/** Limit of unsent responses. A subscription waits until its last response is sent, so only a flood of operations exceeds this. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024

const TOO_MANY = new FormattedError({
  message: `A connection may run at most ${MAX_OPERATIONS} operations at a time. End one, or open another connection.`,
  extensions: { code: 'BAD_USER_INPUT' },
})

interface Extra {
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal
}

/** The protocol graphql-transport-ws, for operations of every kind. */
export function liveSocketHandler(operations: StreamedOperations): LiveSocketHandler {
  const forClient = (errors: readonly GraphQLError[]) => operations.formatErrors(errors).map(error => error.formatted)
  const protocol = makeServer<Record<string, never>, Extra>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onSubscribe: async ({ subscriptions, extra }, _id, { query, variables, operationName }) => {
      if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [TOO_MANY]
      const request = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
      const checked = await operations.check(request, extra.signal)
      return checked.isAccepted ? checked.args : checked.errors
    },
    execute: operations.execute,
    subscribe: operations.subscribe,
    onNext: (_socket, _id, _payload, _args, { data, errors }) =>
      errors === undefined ? undefined : { ...(data === undefined ? {} : { data }), errors: forClient(errors) },
    onError: (_socket, _id, _payload, errors) => forClient(errors),
  })
  return (socket, report) => {
    const stopPinging = keepAlive(socket)
    const gone = new AbortController()
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
      { signal: gone.signal },
    )
    socket.once('close', (code, reason) => {
      stopPinging()
      gone.abort()
      closed(code, String(reason)).catch(report)
    })
  }
}

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
