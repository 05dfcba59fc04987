import type { AnalyticsService } from '../analytics/service.ts'
import type { ClassificationService } from '../classification/service.ts'
import type { Entities } from '../entities/service.ts'
import type { Explainer } from '../explanation/service.ts'
import type { Imports } from '../imports/service.ts'
import type { LiveUpdates } from '../live/service.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelRegistry } from '../models/service.ts'
import type { Reclassifications } from '../reclassification/service.ts'
import type { Search } from '../search/service.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'
import type { Terms } from '../terms/service.ts'

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
