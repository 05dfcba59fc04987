import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import helmet from 'helmet'

/** Pages may load and call this server and nothing else; scripts and styles only ever come from files. */
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

/** Made once; helmet's plugin for Fastify makes it anew, policy included, for every request. */
const protect = helmet({
  contentSecurityPolicy: POLICY,
  // Whether the name is only ever served over TLS is for whoever runs the proxy to say.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
})
const protectPlayground = helmet.contentSecurityPolicy(PLAYGROUND_POLICY)

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()))
}

/** For the route of the playground, in place of the policy that every other has. */
export const playgroundHeaders: onRequestHookHandler = (request, reply, done) =>
  protectPlayground(request.raw, reply.raw, () => done())
