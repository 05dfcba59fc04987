import { basename } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { LostJobError } from '../../jobs/lease.ts'
import { isUnavailable } from '../../storage/connection-failure.ts'
import { newId } from '../../storage/new-ids.ts'
import type { Storage } from '../../storage/storage.ts'
import type { InspectedTable, TableOptions } from '../../tables/open-table.ts'
import type { ImportOutcome } from '../import-file.ts'
import { BLANK } from '../service.ts'
import { IMPORT_LEASES } from './claim-import.ts'
import { importOptionsOf } from './import-job.ts'
import { type LabelCoverage, startLabelDraw } from './label-coverage.ts'
import { type AnnounceImport, type ProgressRecord, recordProgress } from './record-progress.ts'
import { storableText } from './storable-text.ts'

/** The job of an import whose file the command line reads itself. */
export interface CommandImport extends ProgressRecord {
  readonly id: string
  /** Aborts when the import is canceled through the API. */
  readonly canceled: AbortSignal
  /** Stores the outcome. If the database cannot be reached, a server later ends the job as abandoned. */
  end(outcome: ImportOutcome): Promise<void>
  /** Stops renewing the lease. */
  release(): void
}

interface CommandImportStart {
  readonly table: Pick<InspectedTable, 'name' | 'names' | 'sizeBytes' | 'notices' | 'ignoredColumns' | 'rowNotices'>
  readonly options: TableOptions
  readonly matchEntities: boolean
  readonly labelCoverage: LabelCoverage | null
  readonly now: () => Date
  readonly announce: AnnounceImport
}

const LEASE_MS = 30_000

/** Creates the job in the database, as RUNNING. */
export async function startCommandImport(
  { prisma, pool }: Pick<Storage, 'prisma' | 'pool'>,
  { table, options, matchEntities, labelCoverage, now, announce }: CommandImportStart,
): Promise<CommandImport> {
  const createdAt = now()
  const [id, runner] = [newId(createdAt), { id: uuidv7(), leaseMs: LEASE_MS }]
  await prisma.importJob.create({
    data: {
      ...BLANK,
      id,
      idempotencyKey: `command ${id}`,
      fileName: storableText(basename(table.name)),
      options: importOptionsOf(options, { matchEntities, labelCoverage }),
      columns: table.names.map(storableText),
      status: 'RUNNING',
      sizeBytes: table.sizeBytes,
      runnerId: runner.id,
      leasedUntil: new Date(createdAt.getTime() + LEASE_MS),
      createdAt,
    },
  })
  await startLabelDraw(pool, id, labelCoverage, createdAt)
  await IMPORT_LEASES.renew(pool, id, runner)
  announce(id)
  const release = IMPORT_LEASES.keep(pool, id, runner)
  const canceled = new AbortController()
  const onCancel = () => canceled.abort()
  const record = recordProgress({ pool, importId: id, runner, table, rejectedBefore: 0, onCancel, announce })
  return {
    id,
    canceled: canceled.signal,
    add: record.add,
    release,
    async save(counts, takenBytes) {
      try {
        await record.save(counts, takenBytes)
      } catch (error) {
        if (error instanceof LostJobError) onCancel()
        // Storing the rows meets the same outage and reports it.
        else if (!isUnavailable(error)) throw error
      }
    },
    async end({ end, problem }) {
      const status = end === 'complete' ? 'COMPLETED' : end === 'interrupted' ? 'CANCELED' : 'FAILED'
      const ended = { status, failure: problem?.message ?? null, now: now() } as const
      await IMPORT_LEASES.end(pool, id, runner, ended).catch(error => {
        if (!isUnavailable(error)) throw error
      })
      announce(id)
    },
  }
}
