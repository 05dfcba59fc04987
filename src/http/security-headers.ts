import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

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
export const PLAYGROUND_POLICY = {
  useDefaults: false,
  directives: {
    ...POLICY.directives,
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
  },
}

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: POLICY,
    // Whether the name is only ever served over TLS is for whoever runs the proxy to say.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
