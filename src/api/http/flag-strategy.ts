import type { IncomingHttpHeaders } from 'node:http'

interface RoutedRequest {
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** A constraint strategy: a route with `{ [name]: true }` receives the requests for which `holds`, before other routes of the same path. */
export const flagStrategy = (name: string, holds: (request: RoutedRequest) => boolean) => ({
  name,
  storage: () => {
    const routes = new Map<unknown, never>()
    return {
      get: (value: unknown) => routes.get(value) ?? null,
      set: (value: unknown, route: never) => {
        routes.set(value, route)
      },
    }
  },
  deriveConstraint: (request: RoutedRequest) => (holds(request) ? true : undefined),
  validate: () => {},
})
