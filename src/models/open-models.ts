import type { Config } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import type { Resources } from '../process/resource-stack.ts'
import type { Log, Storage } from '../storage/storage.ts'
import { answeringModels } from './answering.ts'
import type { AnsweringModels } from './answering-models.ts'
import { DEFAULT_MODEL } from './default-model.ts'
import { loadVersion } from './load-version.ts'
import { createLoadedModels, type LoadedModels } from './loaded-models.ts'
import { readUsableModels } from './read-models.ts'
import { type ModelRegistry, openModelRegistry } from './service.ts'
import { watchSelection } from './watch-selection.ts'

/** Besides those in use; each takes some ten megabytes and its threads. */
const MAX_OTHER_MODELS = 3

export interface Models {
  readonly registry: ModelRegistry
  readonly loaded: LoadedModels
  readonly answering: AnsweringModels
  /** The version that always stays loaded; null if none was requested or found. */
  readonly alwaysLoaded: string | null
}

export interface ModelsOptions {
  readonly config: Pick<Config, 'modelDirectories' | 'batching'>
  /** A promise, so that the default model loads while the storage opens. */
  readonly storage: Promise<Storage>
  readonly threads: number
  readonly maxQueuedMentions: number
  /** Name of a model that stays loaded regardless of the active one. */
  readonly alwaysLoaded?: string
  readonly log: Log
}

/**
 * Opens the models of this process on a database: registers them, loads the active one, loads others on demand, and follows promotions by
 * other processes. Throws a `UsageError` if the active one cannot be loaded.
 */
export async function openModels(options: ModelsOptions, resources: Resources): Promise<Models> {
  const { config, threads, maxQueuedMentions, alwaysLoaded, log } = options
  const models = await readUsableModels(config.modelDirectories, log)
  const versionOf = (name: string) => models.find(({ manifest }) => manifest.name === name)?.version ?? null
  const defaultVersion = versionOf(DEFAULT_MODEL)
  const loaded = resources.keep(
    createLoadedModels({
      load: version =>
        loadVersion(config.modelDirectories, version, { threads, maxQueuedMentions, ...config.batching }),
      maxOthers: MAX_OTHER_MODELS,
      log,
    }),
  )
  // The default is nearly always the active one. If it is not, a failed load does not matter.
  const early = defaultVersion === null ? null : loaded.prepare(defaultVersion).catch(() => {})
  const storage = await options.storage
  const registry = await openModelRegistry({ storage, models, defaultName: DEFAULT_MODEL, now: storage.now, log })
  await early
  const always = alwaysLoaded === undefined ? null : versionOf(alwaysLoaded)
  const answering = answeringModels({ storage, registry, loaded, alwaysLoaded: always === null ? [] : [always], log })
  await prepareActive(loaded, registry)
  resources.keep(watchSelection(registry, log))
  return { registry, loaded, answering, alwaysLoaded: always }
}

async function prepareActive(loaded: LoadedModels, { active }: ModelRegistry): Promise<void> {
  try {
    await loaded.prepare(active.version)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(
      `The active model ${active.version} cannot be loaded. ${error.message} Restore it, or activate another one with \`pulso models promote <name>\`.`,
    )
  }
}
