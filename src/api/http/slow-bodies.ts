import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes files, and sees for itself that something still comes. */
    takesFiles?: boolean
  }
}

/** Long enough for the largest file over a slow line. */
export const MAX_TRANSFER_MS = 60 * 60_000
/** Long enough for a batch of the longest texts over a slow line, short enough that a stalled client frees its place. */
const REQUEST_TIMEOUT_MS = 120_000

/** Node knows one limit for all requests, which has to let files pass; every other request has to be there sooner. */
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
