import type { Admission } from '../../access/admission.ts'
import type { AccessKeys } from '../../access/service.ts'
import type { Adaptations } from '../../adaptation/service.ts'
import { createAnalyticsService } from '../../analytics/service.ts'
import type { ClassificationService } from '../../classification/service.ts'
import { createSemaphore } from '../../concurrency/semaphore.ts'
import type { Imports } from '../../imports/service.ts'
import type { Uploads } from '../../imports/uploads/uploads.ts'
import type { Announcer } from '../../live/announcer.ts'
import { createLiveFeed } from '../../live/live-feed.ts'
import type { LoadedModels } from '../../models/loaded-models.ts'
import type { ModelRegistry } from '../../models/service.ts'
import type { TrainedOnRecords } from '../../models/trained-on-records.ts'
import type { Reclassifications } from '../../reclassification/service.ts'
import type { Storage } from '../../storage/storage.ts'
import { startApollo } from '../apollo-server.ts'
import { createExecution } from '../compiled-execution.ts'
import { errorFormat } from '../error-format.ts'
import { createMetrics } from '../metrics/create-metrics.ts'
import { openContext } from '../open-context.ts'
import { schema } from '../schema.ts'
import { createStreamedOperations } from '../streamed-operations.ts'
import type { Access } from './access.ts'
import { createHttpServer, type HttpServer, type ServerLogger } from './http-server.ts'
import { databaseReadiness } from './readiness.ts'

/** For any number of subscriptions: the other database connections are for queries and mutations. */
const LIVE_READS_AT_ONCE = 2

export interface ApiOptions {
  readonly storage: Storage
  readonly models: ModelRegistry
  readonly loaded: LoadedModels
  readonly trainedOn: TrainedOnRecords
  readonly classification: ClassificationService
  readonly reclassifications: Reclassifications
  readonly adaptations: Adaptations
  readonly imports: Imports
  readonly uploads: Uploads
  readonly maxUploadBytes: number
  readonly announcer: Announcer
  /** Serves the route of the original service. */
  readonly seed: Pick<ClassificationService, 'predict'>
  readonly access: Access
  readonly admission: Admission
  readonly keys: AccessKeys
  readonly isIntrospectionEnabled: boolean
  readonly logger: ServerLogger
  readonly now: () => Date
}

/** The HTTP server with all routes, not listening yet. Closing it finishes the requests in flight. */
export async function createApi(options: ApiOptions): Promise<HttpServer> {
  const { storage, isIntrospectionEnabled, logger, now } = options
  const formatError = errorFormat({ isIntrospectionEnabled, report: error => logger.error(error) })
  const execution = createExecution(schema)
  const metrics = createMetrics({ pool: storage.pool, models: options.models })
  const apollo = await startApollo({ schema, execution, isIntrospectionEnabled, formatError, metrics })
  const analytics = createAnalyticsService({ storage, trainedOn: options.trainedOn, now })
  const feed = createLiveFeed(storage)
  const withPermit = createSemaphore(LIVE_READS_AT_ONCE)
  const context = openContext({
    ...options,
    database: storage.prisma,
    analytics,
    onEntityChange: options.announcer.changed,
    feed,
    withPermit,
  })
  const operations = createStreamedOperations({ apollo, schema, execution, context, formatError, withPermit })
  const server = await createHttpServer({
    access: options.access,
    admission: options.admission,
    apollo,
    context,
    operations,
    imports: {
      pool: storage.pool,
      uploads: options.uploads,
      imports: options.imports,
      maxUploadBytes: options.maxUploadBytes,
    },
    exports: { exports: context.exports, now },
    seed: options.seed,
    metrics,
    notReadyReason: databaseReadiness(storage.pool),
    logger,
    now,
  })
  server.addHook('onClose', () => feed.close())
  server.addHook('onClose', () => apollo.stop())
  return server
}
