import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import helmet from 'helmet'

/** Pages may only access this server, and have no inline scripts or styles. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

/** GraphiQL's editor has inline styles and an inline font, and starts workers from blobs. */
const PLAYGROUND_POLICY = {
  useDefaults: false,
  directives: {
    ...POLICY.directives,
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
  },
}

/** Created once; helmet's Fastify plugin would create it, including the policy, for every request. */
const protect = helmet({
  contentSecurityPolicy: POLICY,
  // Only the operator of the proxy knows if the host is always served over TLS.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
})
const protectPlayground = helmet.contentSecurityPolicy(PLAYGROUND_POLICY)

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()))
}

/** Replaces the policy on the route of the playground. */
export const playgroundHeaders: onRequestHookHandler = (request, reply, done) =>
  protectPlayground(request.raw, reply.raw, () => done())
