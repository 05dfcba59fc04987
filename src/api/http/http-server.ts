import type { ApolloServer } from '@apollo/server'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Admission } from '../../access/admission.ts'
import type { ClassificationService } from '../../classification/service.ts'
import type { GraphqlContext, SharedContext } from '../../graphql/context.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import { addMetrics } from '../metrics/metrics-route.ts'
import type { StreamedOperations } from '../streamed-operations.ts'
import type { Access } from './access.ts'
import { addAnalyzeRoute } from './analyze-route.ts'
import { answerClientError } from './answer-client-error.ts'
import { checkAccess, requireDeclaredAccess } from './check-access.ts'
import { checkHost } from './check-host.ts'
import { addAzureLanguageRoutes } from './cloud/azure-language-routes.ts'
import { addComprehendRoute } from './cloud/comprehend-route.ts'
import { addNaturalLanguageRoutes } from './cloud/natural-language-routes.ts'
import { allowOrigins } from './cross-origin.ts'
import { addDateHeader } from './date-header.ts'
import { endConnectionsWhenClosing } from './end-connections.ts'
import { handleErrors, handleNotFound, sendProblem } from './error-responses.ts'
import { addExportRoute, type ExportSource } from './export-route.ts'
import { flagStrategy } from './flag-strategy.ts'
import { addGraphqlRoute } from './graphql-route.ts'
import { addHealth, type ReadinessCheck } from './health.ts'
import { addImportRoutes, type ImportRoutesOptions } from './import-routes.ts'
import { isGetQuery } from './is-get-query.ts'
import { addLiveRoute } from './live-route.ts'
import { liveSocketHandler } from './live-socket.ts'
import { addOpenApi } from './openapi-route.ts'
import { addPages, readDashboard } from './pages.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addSeedRoute } from './seed-route.ts'
import { addSessionRoute } from './session-route.ts'
import { MAX_TRANSFER_MS, refuseSlowBodies } from './slow-bodies.ts'
import { RequestWithWebSocketUpgrades } from './websocket-upgrades.ts'

export type HttpServer = FastifyInstance
export type ServerLogger = FastifyBaseLogger

export interface HttpServerOptions {
  readonly access: Access
  readonly admission: Admission
  readonly apollo: ApolloServer<GraphqlContext>
  readonly context: SharedContext
  readonly exports: ExportSource
  /** Served over WebSockets and event streams. */
  readonly operations: StreamedOperations
  /** Serves the route of the original service. */
  readonly seed: Pick<ClassificationService, 'predict'>
  readonly imports: Omit<ImportRoutesOptions, 'access'>
  readonly metrics: Metrics
  readonly notReadyReason: ReadinessCheck
  readonly logger: ServerLogger
  readonly now: () => Date
}

/** Without the query string, which may have words to search for and names. */
const loggedRequest = ({ method, url, host, ip }: FastifyRequest) => ({
  method,
  path: url.split('?')[0],
  host,
  remoteAddress: ip,
})

/** The server with all routes, not listening yet. Closing it finishes the requests in flight and closes idle connections. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app = Fastify({
    loggerInstance: options.logger.child({}, { serializers: { req: loggedRequest } }),
    http: { IncomingMessage: RequestWithWebSocketUpgrades },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    requestTimeout: MAX_TRANSFER_MS,
    routerOptions: { maxParamLength: 500 },
    // A path that cannot be decoded reaches neither a route nor another handler.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      sendProblem(reply, 400, 'The path is not a valid URL.')
    },
  })
  // Pages of other origins may send plain text without a preflight request; no route accepts it.
  app.removeContentTypeParser('text/plain')
  endConnectionsWhenClosing(app)
  refuseSlowBodies(app)
  requireDeclaredAccess(app)
  handleNotFound(app, readDashboard())
  handleErrors(app, sendProblem)
  addSecurityHeaders(app)
  addDateHeader(app, options.now)
  addMetrics(app, options.metrics)
  app.addConstraintStrategy(flagStrategy('isGetQuery', isGetQuery))
  await allowOrigins(app, options.access.corsOrigins)
  await addLiveRoute(app, liveSocketHandler(options.operations, options.admission), options.access)
  // Behind the WebSocket's own hooks, which end the connection of a handshake that is refused.
  checkHost(app, options.access.host, options.access.allowedHosts)
  checkAccess(app, options.admission, options.access)
  await addGraphqlRoute(app, options)
  addExportRoute(app, options.exports)
  await addSessionRoute(app, options.admission, options.access)
  await addPages(app)
  await addSeedRoute(app, options.seed)
  await addAnalyzeRoute(app, options.context)
  await addComprehendRoute(app, options.context)
  await addNaturalLanguageRoutes(app, options.context)
  await addAzureLanguageRoutes(app, options.context)
  await addImportRoutes(app, { ...options.imports, access: options.access })
  addHealth(app, options.notReadyReason)
  addOpenApi(app)
  return app
}
