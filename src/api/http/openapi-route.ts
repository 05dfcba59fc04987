import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi-document.ts'

/** `GET /openapi.json`: the description of every route but those of GraphQL and of the pages. */
export function addOpenApi(app: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument)
  app.get('/openapi.json', { config: { access: 'PUBLIC' } }, (_request, reply) =>
    reply.type('application/json').header('Cache-Control', 'no-cache').send(document),
  )
}
