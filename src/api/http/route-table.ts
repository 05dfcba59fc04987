import type { FastifyInstance } from 'fastify'

/** Returns a function from a path to the methods of its routes. Knows the routes that are added from now on. */
export function routeTable(app: FastifyInstance): (path: string) => readonly string[] {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    // The route for preflight requests has every path.
    if (url !== '*') routes.push({ pattern: patternOf(url), methods: [method].flat() })
  })
  return path =>
    [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort()
}

/** `:name` is one segment, `::` a colon, and `*` the rest. A route of a prefix has its path with and without the last slash. */
const patternOf = (url: string) =>
  new RegExp(
    `^${url
      .replace(/\/$/, '')
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/::|:\w+/g, part => (part === '::' ? ':' : '[^/]+'))
      .replace('*', '.*')}/?$`,
  )
