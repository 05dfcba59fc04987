import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route receives files, and has its own timeout. */
    takesFiles?: boolean
  }
}

/** Long enough for the largest file over a slow connection. */
export const MAX_TRANSFER_MS = 60 * 60_000
/** Long enough for a batch of the longest texts over a slow connection; short enough to drop stalled clients. */
const REQUEST_TIMEOUT_MS = 120_000

/** Node's timeout applies to all requests and has to allow uploads. This one applies to all others. */
export function refuseSlowBodies(app: FastifyInstance, timeoutMs = REQUEST_TIMEOUT_MS): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (raw.complete || routeOptions.config.takesFiles === true) return
    const timer = setTimeout(() => {
      raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
    }, timeoutMs)
    const stop = () => clearTimeout(timer)
    raw.once('end', stop)
    raw.once('close', stop)
  })
}
