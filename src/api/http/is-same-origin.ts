import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a WebSocket comes from a page of this server or from no page at all. Browsers let every page open one, cookies included, and
 * ask nobody before; but they say whose page it is, and a page can neither change that nor add a header. So a proxy's word for the host
 * counts as well.
 */
export function isSameOrigin({ origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true
  const hosts = [host, ...String(forwarded ?? '').split(',')].map(name => name?.trim().toLowerCase())
  const given = /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1]
  return given !== undefined && hosts.some(name => name !== undefined && withoutDefaultPort(name) === given)
}

/** An origin leaves out the port that its scheme has anyway, and a proxy may write it. */
const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')
