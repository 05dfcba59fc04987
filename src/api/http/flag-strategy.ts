import type { IncomingHttpHeaders } from 'node:http'

interface RoutedRequest {
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** Lets routes with the constraint `{ [name]: true }` take the requests for which `holds`, before other routes of the same path. */
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
