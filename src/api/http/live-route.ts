import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { handleProtocols } from 'graphql-ws'
import { plainError } from './error-answers.ts'
import { isSameOrigin } from './is-same-origin.ts'
import type { LiveSocketHandler } from './live-socket.ts'

/** Far more than open dashboards need; each costs some kilobytes. */
const MAX_CONNECTIONS = 500
/** A document with its variables. Larger requests, such as a batch of texts, are sent by POST. */
const MAX_MESSAGE_BYTES = 64 * 1024
/** Time for clients to answer the closing handshake. */
const GOODBYE_MS = 1_000
const CHECK_EVERY_MS = 10
const GOING_AWAY = 1001

/**
 * Subscriptions, over a WebSocket at `/graphql`. When the server closes, it closes them with 1001, and clients reconnect. Add this route
 * before the others, so that a WebSocket at their paths is detected and ended.
 */
export async function addLiveRoute(app: FastifyInstance, handle: LiveSocketHandler): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: MAX_MESSAGE_BYTES, handleProtocols: protocols => handleProtocols(protocols) },
    preClose: done => {
      sayGoodbye(app).then(() => done(), done)
    },
    // A client that breaks the protocol, or sends too much.
    errorHandler: (_error, socket) => socket.terminate(),
  })
  app.addConstraintStrategy(upgradeStrategy)
  app.get(
    '/graphql',
    {
      websocket: true,
      constraints: { isUpgrade: true },
      onRequest: async (request, reply) => {
        if (!isSameOrigin(request.headers)) {
          return reply.code(403).send(plainError(403, 'Pages of other origins may not subscribe.'))
        }
        if (app.websocketServer.clients.size >= MAX_CONNECTIONS) {
          return reply.code(503).header('Retry-After', '10').send(plainError(503, 'Too many connections are open.'))
        }
      },
    },
    (socket, request) => handle(socket, error => request.log.error(error)),
  )
}

/** Distinguishes a WebSocket at a path from a page at the same path. */
const upgradeStrategy = {
  name: 'isUpgrade',
  storage: () => {
    const kept = new Map<unknown, never>()
    return {
      get: (isUpgrade: unknown) => kept.get(isUpgrade) ?? null,
      set: (isUpgrade: unknown, route: never) => {
        kept.set(isUpgrade, route)
      },
    }
  },
  deriveConstraint: ({ headers }: { headers: { upgrade?: string | undefined } }) =>
    headers.upgrade?.toLowerCase() === 'websocket' ? true : undefined,
  validate: () => {},
}

async function sayGoodbye({ websocketServer }: FastifyInstance): Promise<void> {
  const { clients } = websocketServer
  websocketServer.close()
  for (const client of clients) client.close(GOING_AWAY, 'The server is stopping.')
  const deadline = performance.now() + GOODBYE_MS
  while (clients.size > 0 && performance.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, CHECK_EVERY_MS))
  }
  for (const client of clients) client.terminate()
}
