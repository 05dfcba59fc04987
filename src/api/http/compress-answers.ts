import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Compressing a smaller response saves no round trip. */
const MIN_BYTES = 8 * 1024
/** JSON shrinks to a tenth at the cheapest level already, in a thread that is not the server's own. */
const LEVEL = 1

/** Compresses the larger responses of the routes in `scope` for clients that accept gzip. */
export async function compressAnswers(scope: FastifyInstance): Promise<void> {
  await scope.register(fastifyCompress, {
    encodings: ['gzip'],
    threshold: MIN_BYTES,
    zlibOptions: { level: LEVEL },
    // No route here accepts compressed request bodies.
    globalDecompression: false,
  })
}
