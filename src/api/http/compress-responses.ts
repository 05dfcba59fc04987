import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'
import { varyBy } from './vary-by.ts'

const compress = promisify(gzip)

/** Compressing a smaller response saves no round trip. */
const MIN_BYTES = 8 * 1024
/** Even the cheapest level reduces JSON to a tenth. zlib runs in another thread. */
const LEVEL = 1

/**
 * Compresses the larger texts that the routes in `scope` send, for clients that accept gzip. Each response says that it depends on that,
 * also an uncompressed one.
 */
export function compressResponses(scope: FastifyInstance): void {
  scope.addHook('onSend', async ({ headers }, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < MIN_BYTES) return payload
    varyBy(reply, 'Accept-Encoding')
    if (new Negotiator({ headers }).encodings(['gzip', 'identity'])[0] !== 'gzip') return payload
    reply.header('Content-Encoding', 'gzip').removeHeader('Content-Length')
    return compress(payload, { level: LEVEL })
  })
}
