import type { FastifyInstance } from 'fastify'
import type { Metrics } from './create-metrics.ts'

/** `GET /metrics` in the text format of Prometheus, and a hook that measures every response. */
export function addMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.request(request.routeOptions.url ?? 'none', request.method, reply.statusCode, reply.elapsedTime / 1000)
  })
  // A scrape every few seconds would fill the log with requests.
  app.get('/metrics', { logLevel: 'warn', config: { access: 'READ' } }, async (_request, reply) => {
    reply.header('content-type', metrics.registry.contentType)
    return metrics.registry.metrics()
  })
  app.addHook('onClose', async () => metrics.close())
}
