import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a WebSocket comes from a page of this server, from one of the allowed origins, or from no page at all. Browsers let every page open
 * one, cookies included, without asking first; but they send the page's origin, and a page can neither change it nor add a header. So the
 * host that a proxy reports counts as well.
 */
export function isAllowedOrigin(
  { origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
): boolean {
  if (origin === undefined || allowedOrigins.includes('*') || allowedOrigins.includes(origin.toLowerCase())) return true
  const hosts = [host, ...String(forwarded ?? '').split(',')].map(name => name?.trim().toLowerCase())
  const given = /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1]
  return given !== undefined && hosts.some(name => name !== undefined && withoutDefaultPort(name) === given)
}

/** An origin leaves out the port that its scheme has anyway, and a proxy may write it. */
const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')
