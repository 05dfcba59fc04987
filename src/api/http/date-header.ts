import type { FastifyInstance } from 'fastify'

/** Replaces Node's `Date` header by the clock of stored times, from which pages learn the server's time. */
export function addDateHeader(app: FastifyInstance, now: () => Date): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.raw.setHeader('date', now().toUTCString())
    done()
  })
}
