import type { AnalyticsService } from '../analytics/analytics-service.ts'
import type { ClassificationService } from '../classification/service.ts'
import type { Entities } from '../entities/create-entities.ts'
import type { Explainer } from '../explanation/create-explainer.ts'
import type { Imports } from '../imports/jobs/create-imports.ts'
import type { LiveUpdates } from '../live/live-updates.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelRegistry } from '../models/model-registry.ts'
import type { Reclassifications } from '../reclassification/create-reclassifications.ts'
import type { Search } from '../search/search.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'
import type { Terms } from '../terms/top-terms.ts'

/** What resolvers may reach. One for each request; the services in it live as long as the server. */
export interface GraphqlContext {
  readonly database: PrismaClient
  readonly classification: ClassificationService
  readonly analytics: AnalyticsService
  readonly explainer: Explainer
  readonly entities: Entities
  readonly live: LiveUpdates
  readonly models: ModelRegistry
  readonly loaded: Pick<LoadedModels, 'use'>
  readonly reclassifications: Reclassifications
  readonly imports: Imports
  readonly search: Search
  readonly terms: Terms
  /** Aborted when the client of the request leaves before it is answered. Subscriptions have none: they end in their own way. */
  readonly signal?: AbortSignal
}
