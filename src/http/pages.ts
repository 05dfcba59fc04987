import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where the build puts the pages; the same from `src/` and from `dist/`. */
const BUILT_PAGES = fileURLToPath(new URL('../../dist/web/', import.meta.url))

const NOT_BUILT = 'The playground is not built here: run `npm run build`. The API answers POST requests to /graphql.'

/** `GET /graphql` is the playground, `GET /` leads there. Everything that it loads comes from this server. */
export async function addPages(app: FastifyInstance, directory = BUILT_PAGES): Promise<void> {
  app.get('/', (_request, reply) => reply.redirect('/graphql'))
  if (!existsSync(join(directory, 'playground/index.html'))) {
    app.get('/graphql', (_request, reply) => reply.type('text/plain').send(NOT_BUILT))
    return
  }
  await app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: '/assets/',
    // Their names change with their contents.
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  app.get('/graphql', (_request, reply) =>
    reply.sendFile('playground/index.html', directory, { cacheControl: false, etag: true }),
  )
}
