import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Pages may load and call this server and nothing else. GraphiQL's editor writes its own styles and starts its workers from blobs;
 * scripts only ever come from files.
 */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whether the name is only ever served over TLS is for whoever runs the proxy to say.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
