import type { Log, Storage } from '../storage/storage.ts'
import type { AnsweringModels } from './answering-models.ts'
import type { LoadedModels } from './loaded-models.ts'
import type { ModelRegistry, ModelVersion } from './service.ts'

export interface AnsweringOptions {
  readonly storage: Pick<Storage, 'pool'>
  readonly registry: ModelRegistry
  readonly loaded: LoadedModels
  /** Versions that stay loaded whatever is active. */
  readonly alwaysLoaded: readonly string[]
  readonly log: Log
}

const SHOWN_IS_INCOMPLETE = 'UPDATE model_selection SET is_shown_complete = false WHERE shown_id = $1'

/** Those of the registry. */
export function answeringModels({ storage, registry, loaded, alwaysLoaded, log }: AnsweringOptions): AnsweringModels {
  /** Shown, and not to be had: its folder is gone. */
  let lost: string | null = null

  const keepInUse = ({ active, shown }: { active: ModelVersion; shown: ModelVersion }) =>
    loaded.keep([active.version, shown.version, ...alwaysLoaded])

  keepInUse(registry.inUse)

  /** Summaries then stand still until another version can be shown, and the database has to be told. */
  async function giveUp(shown: ModelVersion): Promise<void> {
    await storage.pool.query(SHOWN_IS_INCOMPLETE, [shown.id])
    lost = shown.version
    log(
      `Summaries show ${shown.version}, which cannot be loaded here: they stand still until ${registry.active.version} has classified everything (pulso models reclassify).`,
    )
  }

  return {
    async withCurrent(work) {
      const { active, shown } = registry.inUse
      keepInUse({ active, shown })
      const isShownNeeded = shown.id !== active.id && shown.version !== lost
      return loaded.use(active.version, async classifier => {
        const answering = { classifier, modelVersionId: active.id }
        if (!isShownNeeded) return work(answering, null)
        const both = await loaded.use(shown.version, other =>
          work(answering, { classifier: other, modelVersionId: shown.id }),
        )
        if (both.ok) return both.value
        await giveUp(shown)
        return work(answering, null)
      })
    },
    withVersion: (version, work) => {
      keepInUse(registry.inUse)
      return loaded.use(version ?? registry.active.version, work)
    },
    refresh: () => {
      // Whatever was lost may be back; if it is not, that is found out again.
      lost = null
      return registry.refresh()
    },
  }
}
