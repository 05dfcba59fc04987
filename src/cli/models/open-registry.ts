import type { Config } from '../../config.ts'
import { DEFAULT_MODEL } from '../../models/default-model.ts'
import { loadVersion } from '../../models/load-version.ts'
import { createLoadedModels, type LoadedModels } from '../../models/loaded-models.ts'
import { readUsableModels } from '../../models/read-models.ts'
import { type ModelRegistry, type ModelVersion, openModelRegistry } from '../../models/service.ts'
import { UsageError } from '../../problem/problem.ts'
import { resourceStack } from '../../process/resource-stack.ts'
import { openStorage } from '../../storage/open-storage.ts'
import type { Storage } from '../../storage/storage.ts'
import { inferenceThreads } from '../inference-threads.ts'

/** The registry on the server's database, for commands that load only the models they name. */
export interface OpenRegistry {
  readonly storage: Storage
  readonly registry: ModelRegistry
  readonly loaded: LoadedModels
  /** By the name of a model directory, or by version. Throws a `UsageError` that lists the available names. */
  find(nameOrVersion: string): Promise<ModelVersion>
}

/** Enough for one batch; the command is the only user of the classifier. */
const MAX_QUEUED_MENTIONS = 10_000
const MAX_LOADED = 2

/** Opens the registry for `work` and always closes it. */
export async function withRegistry(config: Config, work: (open: OpenRegistry) => Promise<void>): Promise<void> {
  const resources = resourceStack()
  const log = (message: string) => console.error(message)
  try {
    const models = await readUsableModels(config.modelDirectories, log)
    const storage = resources.keep(await openStorage(config, log))
    const options = { threads: inferenceThreads(config), maxQueuedMentions: MAX_QUEUED_MENTIONS }
    const loaded = resources.keep(
      createLoadedModels({
        load: version => loadVersion(config.modelDirectories, version, options),
        maxOthers: MAX_LOADED,
        log,
      }),
    )
    const registry = await openModelRegistry({ storage, models, defaultName: DEFAULT_MODEL, now: storage.now })
    const find = async (nameOrVersion: string) => {
      const version = models.find(({ manifest }) => manifest.name === nameOrVersion)?.version ?? nameOrVersion
      const row = await storage.prisma.modelVersion.findUnique({ where: { version } })
      if (row !== null) return row
      const names = models.map(({ manifest }) => manifest.name).join(', ')
      throw new UsageError(`Unknown model ${JSON.stringify(nameOrVersion)}; available models: ${names}.`)
    }
    await work({ storage, registry, loaded, find })
  } finally {
    await resources.close()
  }
}
