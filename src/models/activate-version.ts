import type { PoolClient } from 'pg'
import { isComplete, stopWriting } from './coverage.ts'
import { lockSelection } from './read-selection.ts'

export interface Activation {
  readonly versionId: string
  /** A person wants it; otherwise it comes with the release. */
  readonly isPromoted: boolean
}

/**
 * Makes a version the one that answers; the one before becomes the BASELINE. Summaries follow at once where the version has classified
 * everything that is stored, and otherwise when a reclassification has. To be run in a transaction.
 */
export async function activateVersion(client: PoolClient, { versionId, isPromoted }: Activation): Promise<void> {
  const { activeId, shownId } = await lockSelection(client)
  if (activeId !== versionId) {
    // One after the other, because no two versions may have one role even for a moment.
    if (activeId !== null) await client.query(`UPDATE model_version SET role = NULL WHERE role = 'BASELINE'`)
    await client.query(`UPDATE model_version SET role = 'BASELINE' WHERE role = 'ACTIVE'`)
    await client.query(`UPDATE model_version SET role = 'ACTIVE' WHERE id = $1`, [versionId])
  }
  await client.query('UPDATE model_selection SET is_promoted = $1', [isPromoted])
  if (shownId === versionId) return
  const canBeShown = (await isComplete(client, versionId)) && (await isCompleteForSure(client, versionId))
  if (canBeShown || shownId === null) await showVersion(client, versionId, canBeShown)
}

async function isCompleteForSure(client: PoolClient, versionId: string): Promise<boolean> {
  await stopWriting(client)
  return isComplete(client, versionId)
}

/** From now on summaries are by this version. To be run under `lockSelection`. */
export const showVersion = (client: PoolClient, versionId: string, isShownComplete: boolean) =>
  client.query('UPDATE model_selection SET shown_id = $1, is_shown_complete = $2', [versionId, isShownComplete])
