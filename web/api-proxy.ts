import type { IncomingMessage } from 'node:http'
import type { ProxyOptions } from 'vite'

/** What the server answers and Vite does not; the addresses of pages, and the files below them, begin alike. */
const SERVER_PATHS = [
  '^/graphql(?:\\?|$)',
  '^/imports(?:[/?]|$)',
  '^/exports/',
  '^/session$',
  '^/health(?:[/?]|$)',
  '^/api/model-nlp/?(?:\\?|$)',
]

/**
 * Sends requests and WebSockets for the API from Vite's development server to the one at `target`, once `ready` resolves. A browser that
 * opens /graphql gets the playground.
 */
export function apiProxy(target: string, ready = async () => {}): Record<string, ProxyOptions> {
  const bypass = async (request: IncomingMessage) => {
    if (isPlaygroundVisit(request)) return '/playground/index.html'
    await ready()
    return undefined
  }
  return Object.fromEntries(SERVER_PATHS.map(path => [path, { target, ws: true, bypass }]))
}

const isPlaygroundVisit = ({ method, url, headers }: IncomingMessage) =>
  method === 'GET' &&
  url?.startsWith('/graphql') === true &&
  headers.upgrade === undefined &&
  headers.accept?.includes('text/html') === true
