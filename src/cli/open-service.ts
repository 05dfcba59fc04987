import type { ClassificationService } from '../classification/service.ts'
import { createClassificationService } from '../classification/service.ts'
import type { Config } from '../config.ts'
import { renewKeys } from '../entities/renew-keys.ts'
import type { Announcer } from '../live/announcer.ts'
import { openAnnouncer } from '../live/live-feed.ts'
import { openModels } from '../models/open-models.ts'
import { keepHeapSmall } from '../process/keep-heap-small.ts'
import { openTogether, resourceStack } from '../process/resource-stack.ts'
import { openStorage } from '../storage/open-storage.ts'
import type { Storage } from '../storage/storage.ts'
import { inferenceThreads } from './inference-threads.ts'

export interface OpenService {
  readonly storage: Storage
  readonly service: ClassificationService
  /** Notifies the servers on the same database. */
  readonly announcer: Announcer
  readonly modelVersion: string
  close(): Promise<void>
}

/** More than an import ever has in flight, and small enough to fit in memory. */
const MAX_QUEUED_MENTIONS = 20_000

/**
 * Opens the classification service on the server's database, beside a running server or alone. Throws a `UsageError` if
 * the database or a model is unusable.
 */
export async function openService(config: Config): Promise<OpenService> {
  keepHeapSmall()
  const resources = resourceStack()
  const log = (message: string) => console.error(message)
  try {
    const opening = openStorage(config, log).then(resources.keep)
    const threads = inferenceThreads(config)
    const [storage, { answering, registry }] = await openTogether([
      opening,
      openModels({ config, storage: opening, threads, maxQueuedMentions: MAX_QUEUED_MENTIONS, log }, resources),
    ])
    await renewKeys(storage.pool)
    const announcer = resources.keep(openAnnouncer(storage))
    const service = createClassificationService({
      storage,
      models: answering,
      now: storage.now,
      onStored: announcer.stored,
    })
    return { storage, service, announcer, modelVersion: registry.active.version, close: resources.close }
  } catch (error) {
    await resources.close()
    throw error
  }
}
