import type { IncomingHttpHeaders } from 'node:http'

/** Headers for a key alone, in the order of their precedence: our own, and those of the clients of two cloud services. */
const KEY_HEADERS = ['x-api-key', 'ocp-apim-subscription-key', 'x-goog-api-key']

/** The key that a request has sent; null without one. Other kinds of `Authorization`, such as the signatures of AWS, are no keys. */
export function sentKey(headers: IncomingHttpHeaders): string | null {
  for (const name of KEY_HEADERS) {
    const value = headers[name]
    if (typeof value === 'string' && value !== '') return value.trim()
  }
  return bearerToken(headers.authorization)
}

/** The key in the payload of `connection_init`, under the name of one of the two headers in any case. */
export function keyOfPayload(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null
  for (const [name, value] of Object.entries(payload).slice(0, MAX_FIELDS)) {
    if (typeof value !== 'string') continue
    if (name.toLowerCase() === 'x-api-key') return value.trim()
    if (name.toLowerCase() === 'authorization') return bearerToken(value)
  }
  return null
}

/** Clients send a few fields of their own, such as a version. */
const MAX_FIELDS = 20

const bearerToken = (value: string | undefined) => /^Bearer +(\S+) *$/i.exec(value ?? '')?.[1] ?? null
