import type { ModelRegistry } from '../models/service.ts'
import type { Log } from '../storage/storage.ts'
import type { Reclassifications } from './service.ts'

/**
 * Starts a reclassification if a release has changed the default model, because no user would know that it is needed. After an explicit
 * promotion, the user starts it.
 */
export async function bringUpToRelease(
  { inUse }: Pick<ModelRegistry, 'inUse'>,
  reclassifications: Pick<Reclassifications, 'start'>,
  log: Log,
): Promise<void> {
  const { active, summary, isSummaryComplete, isPromoted } = inUse
  if (isPromoted || (summary.id === active.id && isSummaryComplete)) return
  const started = await reclassifications.start(active.id, `release ${active.version}`)
  if (!started.ok || started.value.status !== 'QUEUED') return
  log(
    `This release has the new default model ${active.version}, which now classifies all stored mentions. Until then, summaries show ${summary.version}.`,
  )
}
