import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createClassificationService } from './classification/create-service.ts'
import { openTogether, type Resources, resourceStack } from './closing.ts'
import type { Config } from './config.ts'
import type { ServerLogger } from './http/http-server.ts'
import { listen } from './http/listen.ts'
import { DEFAULT_MODEL, MODELS_DIRECTORY, SEED_MODEL } from './models/default-model.ts'
import { openModelRegistry } from './models/model-registry.ts'
import { readModels } from './models/read-models.ts'
import { createClassifier } from './network/create-classifier.ts'
import { openStorage } from './storage/open-storage.ts'

/** Some seconds of work for one thread. */
const MAX_QUEUED_MENTIONS = 5000

export interface Application {
  readonly url: string
  /** Where the data are. */
  readonly storageLocation: string
  readonly modelVersion: string
  /** Finishes the requests in flight, then stops what was started. */
  close(): Promise<void>
}

export interface ApplicationOptions {
  readonly config: Config
  readonly logger: ServerLogger
  readonly now: () => Date
  /** How many tweets may wait for the model; what comes on top is refused instead of kept waiting. */
  readonly maxQueuedMentions?: number
}

/** Opens everything and listens. Throws a `UsageError` where the configuration cannot work; nothing is left running then. */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const resources = resourceStack()
  try {
    return await open(options, resources)
  } catch (error) {
    await resources.close()
    throw error
  }
}

async function open(options: ApplicationOptions, resources: Resources): Promise<Application> {
  const { config, logger, now, maxQueuedMentions = MAX_QUEUED_MENTIONS } = options
  const threads = config.inferenceThreads ?? availableParallelism()
  const load = (name: string) =>
    createClassifier({ directory: join(MODELS_DIRECTORY, name), threads, maxQueuedMentions })
  const [storage, classifier, models, { createApi }] = await openTogether([
    openStorage(config, message => logger.warn(message)).then(resources.keep),
    load(DEFAULT_MODEL).then(resources.keep),
    readModels(MODELS_DIRECTORY),
    // Half a second of reading code, which the database and the threads of the model use to get ready.
    import('./http/create-api.ts'),
  ])
  const registry = await openModelRegistry({ database: storage.prisma, models, activeName: DEFAULT_MODEL, now })
  const loadSeed = async () => {
    const seedClassifier = resources.keep(await load(SEED_MODEL))
    const seedVersion = await storage.prisma.modelVersion.findUniqueOrThrow({
      where: { version: seedClassifier.version },
    })
    return createClassificationService({ storage, classifier: seedClassifier, modelVersionId: seedVersion.id, now })
  }
  const classification = createClassificationService({ storage, classifier, modelVersionId: registry.active.id, now })
  const server = await createApi({
    storage,
    models: registry,
    classification,
    // The original service's route keeps its model when another becomes the default.
    seed: DEFAULT_MODEL === SEED_MODEL ? classification : await loadSeed(),
    isIntrospectionEnabled: config.isIntrospectionEnabled,
    logger,
    now,
  })
  resources.keep(server)
  return {
    url: await listen(server, config),
    storageLocation: storage.location,
    modelVersion: classifier.version,
    close: resources.close,
  }
}
