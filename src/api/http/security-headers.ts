import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import helmet from 'helmet'

/** Pages may load from and call only this server; scripts and styles come only from files. */
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

/** GraphiQL's editor writes its own styles, brings its own font and starts its workers from blobs. */
const PLAYGROUND_POLICY = {
  useDefaults: false,
  directives: {
    ...POLICY.directives,
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
  },
}

/** Created once; helmet's plugin for Fastify creates it, policy included, for every request. */
const protect = helmet({
  contentSecurityPolicy: POLICY,
  // Only the operator of the proxy knows whether the name is always served over TLS.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
})
const protectPlayground = helmet.contentSecurityPolicy(PLAYGROUND_POLICY)

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()))
}

/** For the route of the playground; it replaces the policy of the other routes. */
export const playgroundHeaders: onRequestHookHandler = (request, reply, done) =>
  protectPlayground(request.raw, reply.raw, () => done())
