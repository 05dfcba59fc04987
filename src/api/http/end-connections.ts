import type { FastifyInstance } from 'fastify'

const CHECK_EVERY_MS = 50

/**
 * Lets closing wait for the requests in flight and for nothing else. Node drops connections that are idle when closing begins, but
 * neither one that was opened and never used, as browsers do in advance, nor one whose client might send another request later.
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
