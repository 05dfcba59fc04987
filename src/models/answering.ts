import type { Log, Storage } from '../storage/storage.ts'
import type { AnsweringModels } from './answering-models.ts'
import type { LoadedModels } from './loaded-models.ts'
import type { ModelRegistry, ModelVersion } from './service.ts'

export interface AnsweringOptions {
  readonly storage: Pick<Storage, 'pool'>
  readonly registry: ModelRegistry
  readonly loaded: LoadedModels
  /** Versions that stay loaded regardless of the active one. */
  readonly alwaysLoaded: readonly string[]
  readonly log: Log
}

const SUMMARY_IS_INCOMPLETE = 'UPDATE model_selection SET is_shown_complete = false WHERE shown_id = $1'

/** The answering models according to the registry. */
export function answeringModels({ storage, registry, loaded, alwaysLoaded, log }: AnsweringOptions): AnsweringModels {
  /** The summary model if it cannot be loaded, because its folder was removed. */
  let lost: string | null = null

  const keepInUse = ({ active, summary }: { active: ModelVersion; summary: ModelVersion }) =>
    loaded.keep([active.version, summary.version, ...alwaysLoaded])

  keepInUse(registry.inUse)

  /** Lets the database accept mentions that this summary model has not classified. Summaries then do not change until it is replaced. */
  async function giveUp(summary: ModelVersion): Promise<void> {
    await storage.pool.query(SUMMARY_IS_INCOMPLETE, [summary.id])
    lost = summary.version
    log(
      `The summary model ${summary.version} cannot be loaded. Summaries do not change until ${registry.active.version} has classified every mention (pulso models reclassify).`,
    )
  }

  return {
    async withCurrent(work) {
      const { active, summary } = registry.inUse
      keepInUse({ active, summary })
      const isSummaryNeeded = summary.id !== active.id && summary.version !== lost
      return loaded.use(active.version, async classifier => {
        const answering = { classifier, modelVersionId: active.id }
        if (!isSummaryNeeded) return work(answering, null)
        const both = await loaded.use(summary.version, other =>
          work(answering, { classifier: other, modelVersionId: summary.id }),
        )
        if (both.ok) return both.value
        await giveUp(summary)
        return work(answering, null)
      })
    },
    withVersion: (version, work) => {
      keepInUse(registry.inUse)
      return loaded.use(version ?? registry.active.version, work)
    },
    refresh: () => {
      // A lost model may have been restored. If not, the next call detects it again.
      lost = null
      return registry.refresh()
    },
  }
}
