import { createAnalyticsService } from '../analytics/analytics-service.ts'
import type { ClassificationService } from '../classification/service.ts'
import { createExplainer } from '../explanation/create-explainer.ts'
import { startApollo } from '../graphql/apollo-server.ts'
import { schema } from '../graphql/schema.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelRegistry } from '../models/model-registry.ts'
import type { Reclassifications } from '../reclassification/create-reclassifications.ts'
import { createSearch } from '../search/search.ts'
import type { Storage } from '../storage/open-storage.ts'
import { createTerms } from '../terms/top-terms.ts'
import { createHttpServer, type HttpServer, type ServerLogger } from './http-server.ts'
import { databaseReadiness } from './readiness.ts'

export interface ApiOptions {
  readonly storage: Storage
  readonly models: ModelRegistry
  readonly loaded: LoadedModels
  readonly classification: ClassificationService
  readonly reclassifications: Reclassifications
  /** Answers the original service's route. */
  readonly seed: Pick<ClassificationService, 'predict'>
  readonly isIntrospectionEnabled: boolean
  readonly logger: ServerLogger
  readonly now: () => Date
}

/** Everything that answers HTTP, not listening yet. Closing it finishes the requests in flight. */
export async function createApi(options: ApiOptions): Promise<HttpServer> {
  const { storage, models, loaded, classification, reclassifications, logger } = options
  const apollo = await startApollo({
    schema,
    isIntrospectionEnabled: options.isIntrospectionEnabled,
    report: error => logger.error(error),
  })
  const server = await createHttpServer({
    apollo,
    context: {
      database: storage.prisma,
      classification,
      analytics: createAnalyticsService(storage.pool, options.now),
      explainer: createExplainer(loaded),
      models,
      loaded,
      reclassifications,
      search: createSearch(storage.pool),
      terms: createTerms(storage.pool),
    },
    exports: { pool: storage.pool, database: storage.prisma, models, now: options.now },
    seed: options.seed,
    notReadyReason: databaseReadiness(storage.pool),
    logger,
  })
  server.addHook('onClose', () => apollo.stop())
  return server
}
