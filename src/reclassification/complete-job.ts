import type { PoolClient } from 'pg'
import { LostJobError, type Runner } from '../jobs/lease.ts'
import { setSummaryModel } from '../models/activate-version.ts'
import { readSelection } from '../models/read-selection.ts'
import { type ClaimedJob, RECLASSIFICATION_LEASES } from './claim-job.ts'

/**
 * Ends a job whose version has classified every mention. If that is the active version, it becomes the summary model. Otherwise it becomes
 * the CANDIDATE, and the summary model when it is promoted. To be run under `lockSelection` and `stopWriting`. Throws `LostJobError` if the
 * runner no longer holds the job.
 */
export async function completeJob(client: PoolClient, job: ClaimedJob, runner: Runner, now: Date): Promise<void> {
  const end = { status: 'COMPLETED', failure: null, now } as const
  if (!(await RECLASSIFICATION_LEASES.end(client, job.id, runner, end))) throw new LostJobError()
  const { activeId, summaryId } = await readSelection(client)
  if (job.modelVersionId === activeId || job.modelVersionId === summaryId) {
    await setSummaryModel(client, job.modelVersionId, true)
    return
  }
  await client.query(`UPDATE model_version SET role = NULL WHERE role = 'CANDIDATE'`)
  await client.query(`UPDATE model_version SET role = 'CANDIDATE' WHERE id = $1 AND role IS NULL`, [job.modelVersionId])
}
