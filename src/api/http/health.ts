import type { FastifyInstance, FastifyReply } from 'fastify'
import { VERSION } from '../../version.ts'

/** Resolves to null, or to the reason why requests cannot be served. Never rejects, and answers quickly whatever hangs. */
export type ReadinessCheck = () => Promise<string | null>

/**
 * `/version`: the version of the server. `/health/live`: the process answers. `/health/ready`: it can do its work; 503 with the reason otherwise. `/health`: the same as
 * `/health/ready`, with the version.
 */
export function addHealth(app: FastifyInstance, notReadyReason: ReadinessCheck): void {
  // A check every few seconds would fill the log with requests.
  const quiet = { logLevel: 'warn', config: { access: 'PUBLIC' } } as const
  app.get('/health/live', quiet, () => ({ status: 'live' }))
  const readiness = async (reply: FastifyReply) => {
    const reason = await notReadyReason()
    if (reason === null) return { status: 'ready' }
    reply.code(503).header('Retry-After', '1')
    return { status: 'not ready', reason }
  }
  app.get('/version', { config: { access: 'PUBLIC' } }, () => ({ version: VERSION }))
  app.get('/health/ready', quiet, (_request, reply) => readiness(reply))
  app.get('/health', quiet, async (_request, reply) => ({ ...(await readiness(reply)), version: VERSION }))
}
