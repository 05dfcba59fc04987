import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a WebSocket is opened by a page of this server, or outside a browser. Browsers let every page open one, cookies included, without
 * a preflight request. But they send the origin of the page, and a page can neither change it nor add a header. For the same reason the
 * host that a proxy forwards can be trusted.
 */
export function isSameOrigin({ origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true
  const hosts = [host, ...String(forwarded ?? '').split(',')].map(name => name?.trim().toLowerCase())
  const given = /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1]
  return given !== undefined && hosts.some(name => name !== undefined && withoutDefaultPort(name) === given)
}

/** An origin omits the default port of its scheme; a proxy may include it. */
const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')
