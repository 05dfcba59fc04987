import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Below this a packed answer saves no round trip. */
const MIN_BYTES = 8 * 1024
/** JSON shrinks to a tenth at the cheapest level already, in a thread that is not the server's own. */
const LEVEL = 1

/** Packs the larger answers of the routes in `scope` for clients that take gzip. */
export async function compressAnswers(scope: FastifyInstance): Promise<void> {
  await scope.register(fastifyCompress, {
    encodings: ['gzip'],
    threshold: MIN_BYTES,
    zlibOptions: { level: LEVEL },
    // No route here reads packed bodies.
    globalDecompression: false,
  })
}
