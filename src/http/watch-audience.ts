import type { Audience } from '../jobs/audience.ts'
import type { HttpServer } from './http-server.ts'

/** Notes who waits for an answer. Files on their way in or out take minutes by themselves, and nobody watches each second of that. */
export function watchAudience({ server }: Pick<HttpServer, 'server'>, audience: Pick<Audience, 'enter'>): void {
  server.on('request', ({ method, url }, response) => {
    if (method === 'POST' && url?.startsWith('/imports') === false) response.once('close', audience.enter())
  })
}
