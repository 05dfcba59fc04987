import type { AnalyticsService } from '../analytics/analytics-service.ts'
import type { ClassificationService } from '../classification/service.ts'
import type { Entities } from '../entities/create-entities.ts'
import type { Explainer } from '../explanation/create-explainer.ts'
import type { LiveUpdates } from '../live/live-updates.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelRegistry } from '../models/model-registry.ts'
import type { Reclassifications } from '../reclassification/create-reclassifications.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'

/** What resolvers may reach. One for each request; the services in it live as long as the server. */
export interface GraphqlContext {
  readonly database: PrismaClient
  readonly classification: ClassificationService
  readonly analytics: AnalyticsService
  readonly entities: Entities
  readonly live: LiveUpdates
  readonly explainer: Explainer
  readonly models: ModelRegistry
  readonly loaded: Pick<LoadedModels, 'use'>
  readonly reclassifications: Reclassifications
}
