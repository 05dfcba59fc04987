import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** What the original service's route allows to pages of every origin. */
const SEED_PATH = /^\/api\/model-nlp(\/|\?|$)/

/**
 * Lets pages of the given origins use the API, and pages of every origin use the route of the original service. Without a list, pages of other
 * origins cannot read an answer; `*` stands for all.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const own = {
    origin: origins.includes('*') ? '*' : origins.length === 0 ? false : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['Content-Disposition', 'Retry-After'],
    maxAge: 600,
  }
  await app.register(cors, {
    delegator: (request, done) => done(null, SEED_PATH.test(request.url) ? { origin: '*', methods: ['POST'] } : own),
  })
}
