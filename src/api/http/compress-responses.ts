import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Compressing a smaller response saves no round trip. */
const MIN_BYTES = 8 * 1024
/** Even the cheapest level reduces JSON to a tenth. zlib runs in another thread. */
const LEVEL = 1

/** Compresses the larger responses of the routes in `scope` for clients that accept gzip. */
export async function compressResponses(scope: FastifyInstance): Promise<void> {
  await scope.register(fastifyCompress, {
    encodings: ['gzip'],
    threshold: MIN_BYTES,
    zlibOptions: { level: LEVEL },
    // No route in these scopes reads compressed bodies.
    globalDecompression: false,
  })
}
