import type { FastifyInstance } from 'fastify'

/** Resolves to null, or to the reason why requests cannot be served. Never rejects, and answers quickly whatever hangs. */
export type ReadinessCheck = () => Promise<string | null>

/** `/health/live`: the process answers. `/health/ready`: it can do its work; 503 with the reason otherwise. */
export function addHealth(app: FastifyInstance, notReadyReason: ReadinessCheck): void {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const reason = await notReadyReason()
    if (reason === null) return { status: 'ready' }
    return reply.code(503).header('Retry-After', '1').send({ status: 'not ready', reason })
  })
}
