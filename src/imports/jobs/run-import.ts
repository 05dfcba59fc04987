import type { Pool } from 'pg'
import type { ClassificationService } from '../../classification/service.ts'
import { readKnownNames } from '../../entities/known-names.ts'
import { LostJobError, type Runner } from '../../jobs/lease.ts'
import { type Yielding, yieldToForeground } from '../../jobs/priority.ts'
import { indexEntities } from '../../ml/language/tweet-words/find-entities.ts'
import { UsageError } from '../../problem/problem.ts'
import { refreshStatistics } from '../../storage/refresh-statistics.ts'
import { openTable } from '../../tables/open-table.ts'
import { type ImportOutcome, importFile } from '../import-file.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { type ClaimedImport, IMPORT_LEASES } from './claim-import.ts'
import { tableOptionsOf } from './import-job.ts'
import { startLabelDraw } from './label-coverage.ts'
import { type AnnounceImport, recordProgress } from './record-progress.ts'

export interface ImportContext extends Omit<Yielding, 'signal'> {
  readonly pool: Pool
  readonly uploads: Pick<Uploads, 'pathOf' | 'remove'>
  readonly service: Pick<ClassificationService, 'classify'>
  readonly runner: Runner
  /** Rows in one transaction. */
  readonly batchSize: number
  /** Batches that are scored or stored concurrently while no request waits. */
  readonly width: number
  readonly now: () => Date
  readonly announce: AnnounceImport
  /** Stops the import, which can be resumed. */
  readonly signal: AbortSignal
}

/** A hundred times the longest tweet. Splitting a row blocks other requests; a row of this size takes some hundredths of a second. */
const MAX_RECORD_BYTES = 1024 * 1024

/**
 * Runs an import from its last counted row to its end. Rows are committed before they are counted. If a process is killed in between, the
 * import recognises such a row as its own by its claim. Stops at the signal, or if the import was canceled or taken over. Throws if the
 * database cannot be reached.
 *
 * @returns false if rows cannot be stored at present.
 */
export async function runImport(
  context: ImportContext,
  claimed: ClaimedImport & { readonly uploadId: string },
): Promise<boolean> {
  const { pool, runner, uploads, announce, now } = context
  const { id, uploadId } = claimed
  const end = async (status: 'COMPLETED' | 'CANCELED' | 'FAILED', failure: string | null = null) => {
    await IMPORT_LEASES.end(pool, id, runner, { status, failure, now: now() })
    announce(id)
  }
  if (claimed.status === 'CANCELING') {
    await end('CANCELED')
    return true
  }
  const canceled = new AbortController()
  try {
    const outcome = await readAll(context, claimed, canceled)
    if (canceled.signal.aborted) await end('CANCELED')
    else if (outcome.end === 'complete') {
      await end('COMPLETED')
      await uploads.remove(uploadId)
      await refreshStatistics(pool, outcome.counts.stored)
    } else await IMPORT_LEASES.release(pool, id, runner)
    return outcome.end !== 'unavailable'
  } catch (error) {
    if (error instanceof LostJobError) return true
    if (!(error instanceof UsageError)) throw error
    await end('FAILED', error.message)
    return true
  }
}

async function readAll(
  {
    pool,
    uploads,
    service,
    runner,
    batchSize,
    width,
    foreground,
    partSize,
    dutyCycle,
    announce,
    signal,
    now,
  }: ImportContext,
  { id, uploadId, fileName, options, done }: ClaimedImport & { readonly uploadId: string },
  canceled: AbortController,
): Promise<ImportOutcome> {
  await startLabelDraw(pool, id, options.labelCoverage, now())
  const findEntities = options.matchEntities ? indexEntities(await readKnownNames(pool)) : null
  const reading = { ...tableOptionsOf(options), name: fileName, maxRecordBytes: MAX_RECORD_BYTES }
  const table = await openTable(uploads.pathOf(uploadId), noStandardInput(), reading)
  try {
    const record = recordProgress({
      pool,
      importId: id,
      runner,
      table,
      rejectedBefore: done.rejected,
      onCancel: () => canceled.abort(),
      announce,
    })
    announce(id)
    const stop = AbortSignal.any([signal, canceled.signal])
    return await importFile({
      table,
      service: { classify: yieldToForeground(service.classify, { foreground, partSize, dutyCycle, signal: stop }) },
      rejects: record,
      signal: stop,
      importId: id,
      findEntities,
      labelCoverage: options.labelCoverage,
      done,
      batchSize,
      width,
      // Only a lost database causes a gap. The rows behind it are processed again later.
      onProgress: (counts, takenBytes, isPrefix) => (isPrefix ? record.save(counts, takenBytes) : undefined),
    })
  } finally {
    await table.close()
  }
}

async function* noStandardInput(): AsyncGenerator<Buffer> {}
