import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a WebSocket comes from a page of this server, from an allowed origin, or not from a page. Browsers allow every page to open one, with
 * cookies and without a preflight request. But they send the origin of the page, and a page can neither change it nor add headers. The host
 * that a proxy forwards is therefore accepted as well.
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

/** An origin omits the default port of its scheme; a proxy may include it. */
const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')
