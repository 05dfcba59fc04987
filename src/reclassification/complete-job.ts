import type { PoolClient } from 'pg'
import { LostJobError, type Runner } from '../jobs/lease.ts'
import { showVersion } from '../models/activate-version.ts'
import { readSelection } from '../models/read-selection.ts'
import { type ClaimedJob, RECLASSIFICATION_LEASES } from './claim-job.ts'

/**
 * Ends a job whose version has classified everything. If that is the active version, summaries show it from the commit on; another one
 * is a CANDIDATE, which summaries will show when it is promoted. To be run under `lockSelection` and `stopWriting`.
 */
export async function completeJob(client: PoolClient, job: ClaimedJob, runner: Runner, now: Date): Promise<void> {
  const end = { status: 'COMPLETED', failure: null, now } as const
  if (!(await RECLASSIFICATION_LEASES.end(client, job.id, runner, end))) throw new LostJobError()
  const { activeId, shownId } = await readSelection(client)
  if (job.modelVersionId === activeId || job.modelVersionId === shownId) {
    await showVersion(client, job.modelVersionId, true)
    return
  }
  await client.query(`UPDATE model_version SET role = NULL WHERE role = 'CANDIDATE'`)
  await client.query(`UPDATE model_version SET role = 'CANDIDATE' WHERE id = $1 AND role IS NULL`, [job.modelVersionId])
}
