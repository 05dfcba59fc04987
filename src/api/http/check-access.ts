import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Admission, Refusal } from '../../access/admission.ts'
import { allows, type Grant, NO_GRANT, type Scope } from '../../scopes.ts'
import type { Access } from './access.ts'
import { AccessError } from './access-error.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import { sentKey } from './sent-key.ts'
import { sentSession } from './session-cookie.ts'

/**
 * Who may use a route: everyone; the owner of a key with this scope; of any key, if fields of GraphQL declare scopes; or everyone at first,
 * because a WebSocket may send its key after the handshake.
 */
export type RouteAccess = 'PUBLIC' | Scope | 'ANY_KEY' | 'HANDSHAKE'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route declares it: the server does not start otherwise. */
    access?: RouteAccess
  }
  interface FastifyRequest {
    /** What the request may do. */
    grant: Grant
  }
}

/** Declares the access of all routes that are added to a scope from now on. */
export function declareAccess(scope: FastifyInstance, access: RouteAccess): void {
  scope.addHook('onRoute', route => {
    route.config = { ...route.config, access }
  })
}

/**
 * Checks the key of each request. Routes that exist already are checked, too. The cookie of a page counts only in requests of pages of this
 * server: browsers do not send it for other sites (`SameSite`), and name the origin of a page that does not belong to it.
 */
export function checkAccess(
  app: FastifyInstance,
  admission: Admission,
  { allowedHosts }: Pick<Access, 'allowedHosts'>,
): void {
  app.decorateRequest('grant')
  app.addHook('onRequest', async (request, reply) => {
    const { access = 'PUBLIC' } = request.routeOptions.config
    request.grant = NO_GRANT
    if (access === 'PUBLIC') return
    const key = sentKey(request.headers)
    const session = admission.needsKey && key === null ? sentSession(request.headers.cookie) : null
    if (admission.needsKey && access === 'HANDSHAKE' && key === null && session === null) return
    if (session !== null && !isAllowedOrigin(request.headers, [], allowedHosts)) {
      throw new AccessError(403, 'A page of another origin may not use the session of this server.', {})
    }
    // A cache between the client and the server must not give the answer to others.
    if (admission.needsKey) reply.header('Cache-Control', 'private, no-store')
    const admitted = await admission.admit({ key, session }, request.ip)
    if (!admitted.ok) {
      if (hasLargeBody(request)) reply.header('Connection', 'close')
      throw refusalError(admitted.refusal)
    }
    request.grant = admitted.grant
    if (access !== 'ANY_KEY' && access !== 'HANDSHAKE' && !allows(admitted.grant, access)) {
      if (hasLargeBody(request)) reply.header('Connection', 'close')
      throw new AccessError(
        403,
        `This needs a key with the scope ${access}; this key has ${[...admitted.grant.scopes].join(', ') || 'none'}.`,
        { 'WWW-Authenticate': `Bearer realm="pulso", error="insufficient_scope", scope="${access}"` },
      )
    }
  })
}

/** Throws if a route does not declare its access. Call it before the first route is added. */
export function requireDeclaredAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', route => {
    routes.push(route)
  })
  app.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      // Preflight requests have no credentials.
      if (config?.access === undefined && !(url === '*' && String(method) === 'OPTIONS')) {
        throw new Error(`The route ${String(method)} ${url} does not declare its access.`)
      }
    }
  })
}

const STATUS = { MISSING: 401, INVALID: 401, THROTTLED: 429, UNAVAILABLE: 503 } as const

export function refusalError({ kind, message, retryAfterSeconds }: Refusal): AccessError {
  const challenge = kind === 'MISSING' ? 'Bearer realm="pulso"' : 'Bearer realm="pulso", error="invalid_token"'
  return new AccessError(STATUS[kind], message, {
    ...(STATUS[kind] === 401 ? { 'WWW-Authenticate': challenge } : {}),
    ...(retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  })
}

/** Node reads the rest of a small body, so that the connection can be used again. */
const MAX_UNREAD_BYTES = 1024 * 1024

const hasLargeBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > MAX_UNREAD_BYTES
