import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** The route of the original service, which pages of every origin may call. */
const SEED_PATH = /^\/api\/model-nlp(\/|\?|$)/

/**
 * Allows pages of the given origins to use the API; `*` means all. With an empty list, pages of other origins cannot read a response of the
 * API. Pages of every origin may use the route of the original service.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const own = {
    origin: origins.includes('*') ? '*' : origins.length === 0 ? false : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    exposedHeaders: ['Content-Disposition', 'Retry-After'],
    maxAge: 600,
  }
  const seed = { origin: '*', methods: ['POST'] }
  await app.register(cors, { delegator: (request, done) => done(null, SEED_PATH.test(request.url) ? seed : own) })
}
