import type { PoolClient } from 'pg'
import { isComplete, stopWriting } from './coverage.ts'
import { lockSelection } from './read-selection.ts'

export interface Activation {
  readonly versionId: string
  /** An explicit promotion; false for the default version of a release. */
  readonly isPromoted: boolean
}

/**
 * Makes a version active; the previous one becomes the BASELINE. The version also becomes the summary model if it has classified every stored
 * mention; otherwise its reclassification makes it so. To be run in a transaction.
 */
export async function activateVersion(client: PoolClient, { versionId, isPromoted }: Activation): Promise<void> {
  const { activeId, summaryId } = await lockSelection(client)
  if (activeId !== versionId) {
    // Separate statements, because two versions must never have the same role.
    if (activeId !== null) await client.query(`UPDATE model_version SET role = NULL WHERE role = 'BASELINE'`)
    await client.query(`UPDATE model_version SET role = 'BASELINE' WHERE role = 'ACTIVE'`)
    await client.query(`UPDATE model_version SET role = 'ACTIVE' WHERE id = $1`, [versionId])
  }
  await client.query('UPDATE model_selection SET is_promoted = $1', [isPromoted])
  if (summaryId === versionId) return
  const isReady = (await isComplete(client, versionId)) && (await isCompleteWithoutWriters(client, versionId))
  if (isReady || summaryId === null) await setSummaryModel(client, versionId, isReady)
}

/** Repeats the check without concurrent writes, so that its result holds until the transaction ends. */
async function isCompleteWithoutWriters(client: PoolClient, versionId: string): Promise<boolean> {
  await stopWriting(client)
  return isComplete(client, versionId)
}

/** Makes a version the summary model. To be run under `lockSelection`. */
export const setSummaryModel = (client: PoolClient, versionId: string, isSummaryComplete: boolean) =>
  client.query('UPDATE model_selection SET shown_id = $1, is_shown_complete = $2', [versionId, isSummaryComplete])
