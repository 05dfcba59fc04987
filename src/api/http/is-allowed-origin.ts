import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a WebSocket comes from a page of this server, from an allowed origin, or not from a page. Browsers allow every page to open one, with
 * cookies and without a preflight request. But they send the origin of the page, and a page cannot change it. The host that a proxy forwards
 * is accepted as well, if the operator has named it: without that, DNS rebinding could make a proxy forward any name.
 */
export function isAllowedOrigin(
  { origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
  allowedHosts: readonly string[],
): boolean {
  if (origin === undefined || allowedOrigins.includes('*') || allowedOrigins.includes(origin.toLowerCase())) return true
  const named = String(forwarded ?? '')
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => allowedHosts.some(allowed => allowed.toLowerCase() === name.replace(/:\d+$/, '')))
  const hosts = [host?.trim().toLowerCase(), ...named]
  const given = /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1]
  return given !== undefined && hosts.some(name => name !== undefined && withoutDefaultPort(name) === given)
}

/** An origin omits the default port of its scheme; a proxy may include it. */
const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')
