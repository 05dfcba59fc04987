import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { handleProtocols } from 'graphql-ws'
import type { Access } from './access.ts'
import { sendProblem } from './error-responses.ts'
import { flagStrategy } from './flag-strategy.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import type { LiveSocketHandler } from './live-socket.ts'

/** Far more than open dashboards need; each costs some kilobytes. */
const MAX_CONNECTIONS = 500
/** A document with its variables. Larger requests, such as a batch of texts, are sent by POST. */
const MAX_MESSAGE_BYTES = 64 * 1024
/** Time for clients to answer the closing handshake. */
const CLOSING_TIMEOUT_MS = 1_000
const CHECK_EVERY_MS = 10
const GOING_AWAY = 1001

/**
 * Operations over a WebSocket at `/graphql`. When the server closes, it closes them with 1001, and clients reconnect. Add this route
 * before the others, so that a WebSocket at their paths is detected and ended.
 */
export async function addLiveRoute(
  app: FastifyInstance,
  handle: LiveSocketHandler,
  access: Pick<Access, 'corsOrigins' | 'allowedHosts'>,
): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: MAX_MESSAGE_BYTES, handleProtocols: protocols => handleProtocols(protocols) },
    preClose: done => {
      closeClients(app).then(() => done(), done)
    },
    // A client that breaks the protocol, or sends too much.
    errorHandler: (_error, socket) => socket.terminate(),
  })
  // Tells a WebSocket at a path from a page at the same path.
  app.addConstraintStrategy(flagStrategy('isUpgrade', ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket'))
  app.get(
    '/graphql',
    {
      websocket: true,
      constraints: { isUpgrade: true },
      config: { access: 'HANDSHAKE' },
      onRequest: async (request, reply) => {
        if (!isAllowedOrigin(request.headers, access.corsOrigins, access.allowedHosts)) {
          const message = 'Pages of this origin may not connect. The operator can allow it with PULSO_CORS_ORIGINS.'
          return sendProblem(reply, 403, message)
        }
        if (app.websocketServer.clients.size >= MAX_CONNECTIONS) {
          return sendProblem(reply.header('Retry-After', '10'), 503, 'Too many connections are open.')
        }
      },
    },
    (socket, { grant, ip, log }) => handle(socket, { grant, address: ip, report: error => log.error(error) }),
  )
}

async function closeClients({ websocketServer }: FastifyInstance): Promise<void> {
  const { clients } = websocketServer
  websocketServer.close()
  for (const client of clients) client.close(GOING_AWAY, 'The server is stopping.')
  const deadline = performance.now() + CLOSING_TIMEOUT_MS
  while (clients.size > 0 && performance.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, CHECK_EVERY_MS))
  }
  for (const client of clients) client.terminate()
}
