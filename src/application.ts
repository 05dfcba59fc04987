import { availableParallelism } from 'node:os'
import { openAdmission } from './access/admission.ts'
import { createAccessKeys } from './access/service.ts'
import { createAdaptations } from './adaptation/service.ts'
import type { ServerLogger } from './api/http/http-server.ts'
import { listen } from './api/http/listen.ts'
import { type ClassificationService, createClassificationService } from './classification/service.ts'
import type { Config } from './config.ts'
import { runRetention } from './deletion/delete-expired.ts'
import { renewKeys } from './entities/renew-keys.ts'
import { runImports } from './imports/jobs/run-imports.ts'
import { createImports } from './imports/service.ts'
import { openUploads } from './imports/uploads/uploads.ts'
import { uploadsDirectory } from './imports/uploads/uploads-directory.ts'
import { indexInBackground } from './indexing/index-in-background.ts'
import { createForegroundTracker, type ForegroundTracker } from './jobs/priority.ts'
import { openAnnouncer } from './live/live-feed.ts'
import { SEED_MODEL } from './models/default-model.ts'
import { openModels } from './models/open-models.ts'
import { createTrainedOnRecords } from './models/trained-on-records.ts'
import { openTogether, type Resources, resourceStack } from './process/resource-stack.ts'
import { bringUpToRelease } from './reclassification/bring-up-to-release.ts'
import { runReclassifications } from './reclassification/run-reclassifications.ts'
import { createReclassifications } from './reclassification/service.ts'
import { openStorage } from './storage/open-storage.ts'

/** Some seconds of work for one thread. */
const MAX_QUEUED_MENTIONS = 5000

/** Longer than a client needs between two requests in sequence. */
const FOREGROUND_LINGERS_MS = 100

export interface Application {
  readonly url: string
  /** The location of the data, for people. */
  readonly storageLocation: string
  readonly modelVersion: string
  /** Finishes the requests in flight, then stops everything. */
  close(): Promise<void>
}

export interface ApplicationOptions {
  readonly config: Config
  readonly logger: ServerLogger
  /** Replaces the clock of the database. */
  readonly now?: () => Date
  /** Clock of this process, in milliseconds. */
  readonly wallClock?: () => number
  /** Tweets that may wait for the model before more are refused. */
  readonly maxQueuedMentions?: number
}

/** Opens everything and listens. Throws a `UsageError` if the configuration cannot work, after it has stopped everything again. */
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
  const { config, logger, wallClock = Date.now, maxQueuedMentions = MAX_QUEUED_MENTIONS } = options
  const log = (message: string) => logger.warn(message)
  const opening = openStorage(config, log, wallClock)
    .then(resources.keep)
    .then(storage => (options.now === undefined ? storage : { ...storage, now: options.now }))
  const threads = config.inferenceThreads ?? availableParallelism()
  const [storage, models, { createApi }] = await openTogether([
    opening,
    openModels({ config, storage: opening, threads, maxQueuedMentions, alwaysLoaded: SEED_MODEL, log }, resources),
    // Loading this code takes half a second, in which the database and the model's threads start.
    import('./api/http/create-api.ts'),
  ])
  const { now } = storage
  const admission = resources.keep(await openAdmission({ config, storage, log }))
  await renewKeys(storage.pool)
  const { registry, loaded, answering } = models
  const announcer = resources.keep(openAnnouncer(storage))
  const classification = createClassificationService({
    storage,
    models: answering,
    now,
    onStored: announcer.stored,
    maxWaiting: maxQueuedMentions,
  })
  const runner = resources.keep(runReclassifications({ storage, loaded, registry, log, now }))
  const reclassifications = createReclassifications({ storage, registry, now, onStart: runner.wake })
  const adaptations = createAdaptations({
    storage,
    registry,
    directories: config.modelDirectories,
    now,
    log,
  })
  const uploads = openUploads({ directory: uploadsDirectory(config, storage), maxBytes: config.maxUploadBytes })
  await uploads
    .removeAbandoned(new Date(wallClock()))
    .catch((error: Error) => log(`Incomplete uploads cannot be removed: ${error.message}`))
  const announce = (importId: string) => announcer.changed([importId])
  const foreground = createForegroundTracker(FOREGROUND_LINGERS_MS)
  resources.keep(indexInBackground(storage.pool, foreground, log))
  const { retentionDays } = config
  if (retentionDays !== null) resources.keep(runRetention({ storage, retentionDays, now, log }))
  const interactive = tracked(classification, foreground)
  const importRunner = resources.keep(
    runImports({
      pool: storage.pool,
      uploads,
      service: inBulk(classification),
      foreground,
      now,
      wallClock,
      announce,
      log,
    }),
  )
  const imports = createImports({ storage, uploads, now, announce, onStart: importRunner.wake })
  await bringUpToRelease(registry, reclassifications, log)
  const server = await createApi({
    storage,
    models: registry,
    loaded,
    trainedOn: createTrainedOnRecords(config.modelDirectories),
    classification: interactive,
    reclassifications,
    adaptations,
    imports,
    uploads,
    maxUploadBytes: config.maxUploadBytes,
    announcer,
    // The route of the original service always uses the same model.
    seed: { predict: (mentions, _version, options) => interactive.predict(mentions, models.alwaysLoaded, options) },
    access: config,
    admission,
    keys: createAccessKeys(storage.pool, now),
    isIntrospectionEnabled: config.isIntrospectionEnabled,
    logger,
    now,
  })
  resources.keep(server)
  return {
    url: await listen(server, config),
    storageLocation: storage.location,
    modelVersion: registry.active.version,
    close: resources.close,
  }
}

/** The service for requests. Background work yields while one of its calls is open. */
const tracked = (service: ClassificationService, foreground: ForegroundTracker): ClassificationService => ({
  predict: (...call) => foreground.track(service.predict(...call)),
  classify: (...call) => foreground.track(service.classify(...call)),
})

/** The service for imports, whose mentions wait behind those of requests. */
const inBulk = (service: ClassificationService): Pick<ClassificationService, 'classify'> => ({
  classify: (requests, options) => service.classify(requests, { ...options, isBulk: true }),
})
