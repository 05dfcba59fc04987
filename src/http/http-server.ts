import type { ApolloServer } from '@apollo/server'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify'
import type { ClassificationService } from '../classification/service.ts'
import type { GraphqlContext } from '../graphql/context.ts'
import { endConnectionsWhenClosing } from './end-connections.ts'
import { answerErrors, answerNotFound, plainError } from './error-answers.ts'
import { addExportRoute, type ExportSource } from './export-route.ts'
import { addGraphqlRoute } from './graphql-route.ts'
import { addHealth, type ReadinessCheck } from './health.ts'
import { addLiveRoute } from './live-route.ts'
import type { LiveSocketHandler } from './live-socket.ts'
import { addPages } from './pages.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addSeedRoute } from './seed-route.ts'

export type HttpServer = FastifyInstance
export type ServerLogger = FastifyBaseLogger

export interface HttpServerOptions {
  readonly apollo: ApolloServer<GraphqlContext>
  readonly context: GraphqlContext
  /** Answers subscriptions. */
  readonly live: LiveSocketHandler
  readonly exports: ExportSource
  /** Answers the original service's route. */
  readonly seed: Pick<ClassificationService, 'predict'>
  readonly notReadyReason: ReadinessCheck
  readonly logger: ServerLogger
}

/** Long enough for a batch of the longest texts over a slow line, short enough that a stalled client frees its place. */
const REQUEST_TIMEOUT_MS = 120_000

/** Every route, not listening yet. Closing it finishes the requests that have begun and drops idle connections. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app = Fastify({
    loggerInstance: options.logger,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 500 },
    // A path that cannot be decoded reaches no route and no other handler.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.code(400).send(plainError(400, 'The path is not a valid URL.'))
    },
  })
  // Pages of other origins may send plain text without asking; nothing here reads it.
  app.removeContentTypeParser('text/plain')
  endConnectionsWhenClosing(app)
  answerNotFound(app)
  answerErrors(app, plainError)
  await addSecurityHeaders(app)
  await addLiveRoute(app, options.live)
  await addGraphqlRoute(app, options.apollo, options.context)
  addExportRoute(app, options.exports)
  await addPages(app)
  await addSeedRoute(app, options.seed)
  addHealth(app, options.notReadyReason)
  return app
}
