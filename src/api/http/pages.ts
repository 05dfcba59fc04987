import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import { declareAccess } from './check-access.ts'
import { playgroundHeaders } from './security-headers.ts'

/** The directory of the built pages; the same from `src/` and from `dist/`. */
const BUILT_PAGES = fileURLToPath(new URL('../../../dist/web/', import.meta.url))

const NOT_BUILT = 'The pages are not built. Run `npm run build`. The API answers POST requests to /graphql.'

/** The addresses of the dashboard: a single page that reads its view from the address. */
const DASHBOARD_PATHS = [
  '/',
  '/entities/:name',
  '/label/:name',
  '/compare',
  '/models',
  '/models/:version',
  '/try-it',
  '/import',
]

/** The pages are for the users of this server, not for search engines. */
const ROBOTS = 'User-agent: *\nDisallow: /\n'

/** The dashboard, which shows "Page not found" at an unknown address; null if it is not built. */
export function readDashboard(directory = BUILT_PAGES): string | null {
  const path = join(directory, 'index.html')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** `GET /` is the dashboard and `GET /graphql` the playground. They load files only from this server. */
export async function addPages(app: FastifyInstance, directory = BUILT_PAGES): Promise<void> {
  await app.register(async scope => addFiles(scope, directory))
}

async function addFiles(app: FastifyInstance, directory: string): Promise<void> {
  // The pages themselves hold no data.
  declareAccess(app, 'PUBLIC')
  app.get('/robots.txt', (_request, reply) => reply.type('text/plain').send(ROBOTS))
  if (readDashboard(directory) === null) {
    for (const path of ['/', '/graphql']) app.get(path, (_request, reply) => reply.type('text/plain').send(NOT_BUILT))
    return
  }
  const assets = join(directory, 'assets')
  await app.register(async scope => {
    await scope.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      // File names contain a hash of their content.
      immutable: true,
      maxAge: '365d',
      index: false,
      // The build has compressed them.
      preCompressed: true,
    })
    // Scripts have new names in each release, and a cached page would request those of an old one.
    const page = { cacheControl: false, etag: true }
    const fresh: onRequestHookHandler = (_request, reply, done) => {
      reply.header('Cache-Control', 'no-cache')
      done()
    }
    for (const path of DASHBOARD_PATHS) {
      scope.get(path, { onRequest: fresh }, (_request, reply) => reply.sendFile('index.html', directory, page))
    }
    scope.get('/graphql', { onRequest: [playgroundHeaders, fresh] }, (_request, reply) =>
      reply.sendFile('playground/index.html', directory, page),
    )
    // Pages name their icon. Browsers request this one for everything else, such as a response of the API.
    const icon = readdirSync(assets).find(name => /^pulse-.+\.svg$/.test(name))
    if (icon !== undefined) {
      scope.get('/favicon.ico', { onRequest: fresh }, (_request, reply) => reply.sendFile(icon, assets, page))
    }
  })
}
