import type { ModelRegistry } from '../models/service.ts'
import type { Log } from '../storage/storage.ts'
import type { Reclassifications } from './service.ts'

/**
 * A release that brings another default model must not leave summaries behind with the old one: nobody asked for the change, so nobody
 * would think of the job. After a person's promotion it is that person's to start.
 */
export async function bringUpToRelease(
  { inUse }: Pick<ModelRegistry, 'inUse'>,
  reclassifications: Pick<Reclassifications, 'start'>,
  log: Log,
): Promise<void> {
  const { active, shown, isShownComplete, isPromoted } = inUse
  if (isPromoted || (shown.id === active.id && isShownComplete)) return
  const started = await reclassifications.start(active.id, `release ${active.version}`)
  if (!started.ok || started.value.status !== 'QUEUED') return
  log(
    `${active.version} came with this release and classifies what is stored; until then summaries show ${shown.version}.`,
  )
}
