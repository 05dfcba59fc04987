import { createAnalyticsService } from '../analytics/analytics-service.ts'
import type { ClassificationService } from '../classification/service.ts'
import { createEntities } from '../entities/create-entities.ts'
import { createExplainer } from '../explanation/create-explainer.ts'
import { startApollo } from '../graphql/apollo-server.ts'
import type { GraphqlContext } from '../graphql/context.ts'
import { errorFormat } from '../graphql/error-format.ts'
import { schema } from '../graphql/schema.ts'
import type { Announcer } from '../live/announcer.ts'
import { createLiveFeed } from '../live/live-feed.ts'
import { createLiveUpdates } from '../live/live-updates.ts'
import { createTurns } from '../live/turns.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelRegistry } from '../models/model-registry.ts'
import type { Reclassifications } from '../reclassification/create-reclassifications.ts'
import type { Storage } from '../storage/open-storage.ts'
import { createHttpServer, type HttpServer, type ServerLogger } from './http-server.ts'
import { liveSocketHandler } from './live-socket.ts'
import { databaseReadiness } from './readiness.ts'

/** However many subscribe: the other sessions with the database are for those who ask and write. */
const LIVE_READS_AT_ONCE = 2

export interface ApiOptions {
  readonly storage: Storage
  readonly models: ModelRegistry
  readonly loaded: LoadedModels
  readonly classification: ClassificationService
  readonly reclassifications: Reclassifications
  readonly announcer: Announcer
  /** Answers the original service's route. */
  readonly seed: Pick<ClassificationService, 'predict'>
  readonly isIntrospectionEnabled: boolean
  readonly logger: ServerLogger
  readonly now: () => Date
}

/** Everything that answers HTTP, not listening yet. Closing it finishes the requests in flight. */
export async function createApi(options: ApiOptions): Promise<HttpServer> {
  const { storage, models, loaded, classification, reclassifications, isIntrospectionEnabled, logger, now } = options
  const formatError = errorFormat({ isIntrospectionEnabled, report: error => logger.error(error) })
  const apollo = await startApollo({ schema, isIntrospectionEnabled, formatError })
  const analytics = createAnalyticsService(storage.pool, now)
  const feed = createLiveFeed(storage)
  const inTurn = createTurns(LIVE_READS_AT_ONCE)
  const context: GraphqlContext = {
    database: storage.prisma,
    classification,
    analytics,
    explainer: createExplainer(loaded),
    entities: createEntities({ pool: storage.pool, now, onChange: options.announcer.changed }),
    live: createLiveUpdates({ feed, database: storage.prisma, analytics, models, inTurn, now }),
    models,
    loaded,
    reclassifications,
  }
  const server = await createHttpServer({
    apollo,
    context,
    live: liveSocketHandler({ apollo, schema, context, formatError, inTurn }),
    exports: { pool: storage.pool, database: storage.prisma, models, now },
    seed: options.seed,
    notReadyReason: databaseReadiness(storage.pool),
    logger,
  })
  server.addHook('onClose', () => feed.close())
  server.addHook('onClose', () => apollo.stop())
  return server
}
