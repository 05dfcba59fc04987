import type { WebSocket } from '@fastify/websocket'
import type { GraphQLError } from 'graphql'
import { CloseCode, makeServer } from 'graphql-ws'
import type { Admission } from '../../access/admission.ts'
import { type Grant, NO_GRANT } from '../../scopes.ts'
import { FormattedError } from '../formatted-error.ts'
import type { Client, StreamedOperations } from '../streamed-operations.ts'
import { keepAlive } from './keep-alive.ts'
import { keyOfPayload } from './sent-key.ts'

interface SocketClient {
  /** By the key of the handshake; without one, the first message may have it. */
  readonly grant: Grant
  readonly address: string
  readonly report: (error: unknown) => void
}

/** Serves the protocol on an open socket. */
export type LiveSocketHandler = (socket: WebSocket, client: SocketClient) => void

/** Of any kind. A page needs one for a ticker and one for each of some entities. */
const MAX_OPERATIONS = 32
const INIT_TIMEOUT_MS = 3_000
/** Limit of unsent responses. A subscription waits until its last response is sent, so only a flood of operations exceeds this. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024
/** The protocol allows 123 bytes. */
const MAX_REASON_LENGTH = 120

const TOO_MANY = new FormattedError({
  message: `A connection may run at most ${MAX_OPERATIONS} operations at a time. End one, or open another connection.`,
  extensions: { code: 'BAD_USER_INPUT' },
})

interface Extra extends Client {
  grant: Grant
  readonly address: string
  readonly close: (reason: string) => void
  stopWatching: () => void
}

/** The protocol graphql-transport-ws, for operations of every kind. */
export function liveSocketHandler(operations: StreamedOperations, admission: Admission): LiveSocketHandler {
  const forClient = (errors: readonly GraphQLError[]) => operations.formatErrors(errors).map(error => error.formatted)
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onConnect: async ({ connectionParams, extra }) => {
      if (extra.grant === NO_GRANT) {
        const admitted = await admission.admit({ key: keyOfPayload(connectionParams), session: null }, extra.address)
        if (!admitted.ok) {
          extra.close(admitted.refusal.message)
          return false
        }
        extra.grant = admitted.grant
      }
      extra.stopWatching = extra.grant.onEnd(extra.close)
      return true
    },
    onSubscribe: async ({ subscriptions, extra }, _id, { query, variables, operationName }) => {
      if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [TOO_MANY]
      const request = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
      const checked = await operations.check(request, extra)
      return checked.isAccepted ? checked.args : checked.errors
    },
    execute: operations.execute,
    subscribe: operations.subscribe,
    onNext: (_socket, _id, _payload, _args, { data, errors }) =>
      errors === undefined ? undefined : { ...(data === undefined ? {} : { data }), errors: forClient(errors) },
    onError: (_socket, _id, _payload, errors) => forClient(errors),
  })
  return (socket, { grant, address, report }) => {
    const stopPinging = keepAlive(socket)
    const gone = new AbortController()
    const extra: Extra = {
      grant,
      address,
      signal: gone.signal,
      close: reason => socket.close(CloseCode.Unauthorized, reason.slice(0, MAX_REASON_LENGTH)),
      stopWatching: () => {},
    }
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
      extra,
    )
    socket.once('close', (code, reason) => {
      stopPinging()
      extra.stopWatching()
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
