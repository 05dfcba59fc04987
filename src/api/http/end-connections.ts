import type { FastifyInstance } from 'fastify'

const CHECK_EVERY_MS = 50

/**
 * Closing waits only for the requests in flight. Node closes connections that are idle when closing begins. It does not close unused ones,
 * which browsers open in advance, nor connections that become idle later.
 */
export function endConnectionsWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  let inFlight = 0
  app.addHook('onRequest', async () => {
    inFlight += 1
  })
  app.addHook('onResponse', async () => {
    inFlight -= 1
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close')
  })
  app.addHook('preClose', async () => {
    isClosing = true
    const check = setInterval(() => {
      if (inFlight === 0) app.server.closeAllConnections()
    }, CHECK_EVERY_MS)
    app.server.once('close', () => clearInterval(check))
  })
}
