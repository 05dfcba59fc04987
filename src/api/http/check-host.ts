import type { FastifyInstance } from 'fastify'
import { isLoopback } from '../../access/is-loopback.ts'
import { sendProblem } from './error-responses.ts'

/**
 * Refuses requests for other hosts, as a protection against DNS rebinding: pages of a site that resolves its name to 127.0.0.1 would count as
 * pages of this server. Their requests still have the site's host. A server for other machines has names that only its operator
 * knows, so it checks the host only if a list is configured.
 */
export function checkHost(app: FastifyInstance, listensOn: string, allowedHosts: readonly string[]): void {
  if (!isLoopback(listensOn) && allowedHosts.length === 0) return
  const allowed = new Set(allowedHosts.map(host => host.toLowerCase()))
  app.addHook('onRequest', async ({ headers }, reply) => {
    const name = nameOf(headers.host ?? headers[':authority'])
    if (name === null || isLoopback(name) || allowed.has(name)) return
    const message = `This server does not answer for the host ${name.slice(0, 255)}. If it should, start it with PULSO_ALLOWED_HOSTS=${name.slice(0, 255)}.`
    return sendProblem(reply, 421, message)
  })
}

/** The host without its port; null without a host, as HTTP/1.0 may send. */
function nameOf(host: unknown): string | null {
  return typeof host === 'string' && host !== '' ? host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '') : null
}
