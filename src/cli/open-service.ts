import { join } from 'node:path'
import { createClassificationService } from '../classification/create-service.ts'
import type { ClassificationService } from '../classification/service.ts'
import { openTogether, resourceStack } from '../closing.ts'
import type { Config } from '../config.ts'
import { DEFAULT_MODEL, MODELS_DIRECTORY } from '../models/default-model.ts'
import { openModelRegistry } from '../models/model-registry.ts'
import { readModels } from '../models/read-models.ts'
import { createClassifier } from '../network/create-classifier.ts'
import { openStorage } from '../storage/open-storage.ts'
import { inferenceThreads } from './inference-threads.ts'

export interface OpenService {
  readonly service: ClassificationService
  readonly modelVersion: string
  close(): Promise<void>
}

/** More than an import ever has under way, less than would fill the memory. */
const MAX_QUEUED_MENTIONS = 20_000

/** The service on the same database as the server's, beside it or alone. Throws a `UsageError` where there is none to be had. */
export async function openService(config: Config): Promise<OpenService> {
  const resources = resourceStack()
  try {
    const [storage, classifier, models] = await openTogether([
      openStorage(config, message => console.error(message)).then(resources.keep),
      createClassifier({
        directory: join(MODELS_DIRECTORY, DEFAULT_MODEL),
        threads: inferenceThreads(config),
        maxQueuedMentions: MAX_QUEUED_MENTIONS,
      }).then(resources.keep),
      readModels(MODELS_DIRECTORY),
    ])
    const now = () => new Date()
    const registry = await openModelRegistry({ database: storage.prisma, models, activeName: DEFAULT_MODEL, now })
    const service = createClassificationService({ storage, classifier, modelVersionId: registry.active.id, now })
    return { service, modelVersion: classifier.version, close: resources.close }
  } catch (error) {
    await resources.close()
    throw error
  }
}
