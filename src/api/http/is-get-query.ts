import type { IncomingHttpHeaders } from 'node:http'
import Negotiator from 'negotiator'

const JSON_TYPES = ['application/graphql-response+json', 'application/json']
const PAGE_TYPE = 'text/html'

/**
 * Whether `GET /graphql` requests a GraphQL response, and not the playground. A client that accepts both equally, such as curl, gets a
 * response if it sends a query.
 */
export function isGetQuery({
  url = '',
  headers,
}: {
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}): boolean {
  const [path, search = ''] = url.split('?', 2)
  if (path !== '/graphql') return false
  const hasQuery = /(^|&)(query|extensions)=/.test(search)
  const offered = hasQuery ? [...JSON_TYPES, PAGE_TYPE] : [PAGE_TYPE, ...JSON_TYPES]
  return new Negotiator({ headers }).mediaTypes(offered)[0] !== PAGE_TYPE
}
