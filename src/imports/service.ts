import { v7 as uuidv7 } from 'uuid'
import { checkMention } from '../classification/check-request.ts'
import { checkIdempotencyKey } from '../jobs/idempotency-key.ts'
import { fail, type Problem, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../storage/keyset-page.ts'
import type { Storage } from '../storage/storage.ts'
import { planFromHeader, planFromOption } from '../tables/columns.ts'
import { OBJECT_NAMES } from '../tables/row-readers.ts'
import type { InputFormat } from '../tables/table-format.ts'
import { isTimezone } from '../time/is-timezone.ts'
import { countUndo, type UndoCounts } from './jobs/count-undo.ts'
import { hasSettled, type ImportJob, type ImportOptions } from './jobs/import-job.ts'
import type { AnnounceImport } from './jobs/record-progress.ts'
import { storableText } from './jobs/storable-text.ts'
import type { Upload } from './uploads/upload-folders.ts'
import type { Uploads } from './uploads/uploads.ts'

interface ImportStart {
  readonly uploadId: string
  /** Null detects it. */
  readonly format: InputFormat | null
  /** A field's name for each column, `-` to ignore one; null uses the names in the first row. */
  readonly columns: readonly string[] | null
  /** Whether the first row names the columns; null detects it. */
  readonly hasHeader: boolean | null
  readonly entity: string | null
  readonly timezone: string
  readonly matchEntities: boolean
  readonly idempotencyKey: string
}

/** Jobs that classify and store the rows of a file. */
export interface Imports {
  /** Queues a job for an upload of this process, or returns the job that was started with this key. */
  start(input: ImportStart): Promise<Result<ImportJob>>
  /** Cancels an open job; stored rows stay. Fails with `CONFLICT` if the job has already ended, except as canceled. */
  cancel(id: string): Promise<Result<ImportJob>>
  /** Queues the removal of the mentions that an ended job brought. Fails with `CONFLICT` while the job is open. */
  undo(id: string): Promise<Result<ImportJob>>
  /** Counts what undoing would remove now, and changes nothing. Fails as `undo` does. */
  countUndo(id: string): Promise<Result<{ readonly job: ImportJob; readonly counts: UndoCounts }>>
  /** A job with the given relations; null for an unknown id. */
  find(id: string, relations?: JobRelations): Promise<ImportJob | null>
  /** The jobs of a page, newest first; one more if further jobs follow. */
  list(page: KeysetPage<readonly [id: string]>, relations: JobRelations): Promise<readonly ImportJob[]>
  count(): Promise<number>
}

type JobRelations = Pick<Prisma.ImportJobDefaultArgs, 'include'>

export interface ImportsOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly uploads: Uploads
  readonly now: () => Date
  readonly announce: AnnounceImport
  /** Called when a job needs a runner. */
  readonly onStart: () => void
}

export function createImports({ storage, uploads, now, announce, onStart }: ImportsOptions): Imports {
  const { importJob } = storage.prisma

  async function change(
    id: string,
    from: ImportJob['status'][],
    data: Prisma.ImportJobUpdateManyMutationInput,
  ): Promise<Result<ImportJob>> {
    const { count } = await importJob.updateMany({ where: { id, status: { in: from } }, data })
    if (count > 0) {
      announce(id)
      onStart()
    }
    const job = await importJob.findUnique({ where: { id } })
    return job === null ? fail('NOT_FOUND', UNKNOWN_JOB, ['id']) : succeed(job)
  }

  return {
    find: (id, relations) => importJob.findUnique({ ...relations, where: { id } }),
    list: (page, relations) => importJob.findMany({ ...relations, ...newestFirst(page) }),
    count: () => importJob.count(),
    async start(input) {
      const key = checkIdempotencyKey(input.idempotencyKey)
      if (!key.ok) return key
      const find = () => importJob.findUnique({ where: { idempotencyKey: key.value } })
      const existing = await find()
      if (existing !== null) return sameUpload(existing, input)
      const upload = await uploads.find(input.uploadId)
      if (upload === null) return fail('NOT_FOUND', NO_UPLOAD, ['uploadId'])
      const planned = await plan(input, upload, uploads)
      if (!planned.ok) return planned
      const created = await importJob.createMany({
        data: {
          ...BLANK,
          id: uuidv7(),
          idempotencyKey: key.value,
          uploadId: upload.id,
          fileName: upload.name,
          sizeBytes: upload.sizeBytes,
          ...planned.value,
          createdAt: now(),
        },
        skipDuplicates: true,
      })
      const job = await find()
      if (job === null) return fail('CONFLICT', 'Another import of this upload is still open.', ['uploadId'])
      if (created.count > 0) {
        announce(job.id)
        onStart()
      }
      return sameUpload(job, input)
    },
    async cancel(id) {
      const ended = { status: 'CANCELED', endedAt: now() } as const
      const queued = await change(id, ['QUEUED'], ended)
      if (!queued.ok || queued.value.status === 'CANCELED') return queued
      const job = await change(id, ['RUNNING'], { status: 'CANCELING' })
      if (!job.ok || job.value.status === 'CANCELING' || job.value.status === 'CANCELED') return job
      return fail('CONFLICT', `The import has ended as ${job.value.status}; only an open one can be canceled.`, ['id'])
    },
    async undo(id) {
      const job = await change(id, ['CANCELED', 'COMPLETED', 'FAILED'], { status: 'UNDOING', removedCount: 0 })
      if (!job.ok || job.value.status === 'UNDOING' || hasSettled(job.value)) return job
      return fail('CONFLICT', STILL_RUNNING, ['id'])
    },
    async countUndo(id) {
      const job = await importJob.findUnique({ where: { id } })
      if (job === null) return fail('NOT_FOUND', UNKNOWN_JOB, ['id'])
      if (job.status !== 'UNDOING' && !hasSettled(job)) return fail('CONFLICT', STILL_RUNNING, ['id'])
      return succeed({ job, counts: await countUndo(storage.pool, id) })
    },
  }
}

/** The columns of a new job. */
export const BLANK = {
  status: 'QUEUED',
  processedBytes: 0,
  processedCount: 0,
  storedCount: 0,
  duplicateCount: 0,
  rejectedCount: 0,
  workedMs: 0,
  removedCount: 0,
} as const

const UNKNOWN_JOB = 'No import has this id.'
const STILL_RUNNING = 'The import is still running; cancel it first.'
const NO_UPLOAD =
  'This server has no upload with this id: it was imported, is older than a day, or is on another machine. Send the file again.'

const sameUpload = (job: ImportJob, { uploadId }: ImportStart): Result<ImportJob> =>
  job.uploadId === uploadId
    ? succeed(job)
    : fail('CONFLICT', 'This idempotencyKey belongs to an import of another upload; use a new one.', ['idempotencyKey'])

interface Planned {
  readonly options: ImportOptions
  readonly columns: string[]
}

/** Checks the options against the file, so that mistakes that would reject every row are reported before the job starts. */
async function plan(input: ImportStart, upload: Upload, uploads: Uploads): Promise<Result<Planned>> {
  const { entity, timezone } = input
  if (entity !== null) {
    const mention = checkMention({ text: 'any', entity })
    if (!mention.ok) return mention
  }
  if (!isTimezone(timezone)) {
    return fail('INVALID', 'timezone must be the name of an IANA time zone, such as Europe/Berlin or UTC.', [
      'timezone',
    ])
  }
  const read = await usageErrorAsProblem(() => uploads.readHead(upload, input.format), 'format')
  if (!read.ok) return read
  const head = read.value
  const columns = await usageErrorAsProblem(() => columnsOf(input, head, upload.name), 'columns')
  if (!columns.ok) return columns
  const options: ImportOptions = {
    format: head.format,
    columns: input.columns?.join(',') ?? null,
    hasHeader: input.hasHeader ?? head.hasHeader,
    entity,
    timezone,
    encoding: upload.encoding,
    matchEntities: input.matchEntities,
  }
  return succeed({ options, columns: columns.value.map(storableText) })
}

/** The columns of rejected rows. Throws a `UsageError` if `columns` does not fit the file. */
function columnsOf(
  { columns }: ImportStart,
  head: Awaited<ReturnType<Uploads['readHead']>>,
  name: string,
): readonly string[] {
  const names = head.columns.map(column => column.name)
  if (head.format === 'ndjson') {
    if (columns === null) return OBJECT_NAMES
    throw new UsageError(`${name} has JSON objects, which name their values; omit columns.`)
  }
  if (columns === null) {
    if (head.hasHeader) return planFromHeader(names, name).names
    throw new UsageError(
      `The first row of ${name} does not name its columns; list all ${names.length} of them in columns, such as text.`,
    )
  }
  const split = columns.find(column => column.includes(','))
  if (split !== undefined)
    throw new UsageError(`columns has ${JSON.stringify(split)}; pass each column as a separate element.`)
  if (columns.length !== names.length) {
    throw new UsageError(
      `columns has ${columns.length} elements, but ${name} has ${names.length} columns; use - for a column to ignore.`,
    )
  }
  return planFromOption(columns.join(','), 'columns').names
}

async function usageErrorAsProblem<T>(work: () => T | Promise<T>, field: string): Promise<Result<T>> {
  try {
    return succeed(await work())
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const problem: Problem = { code: 'INVALID', message: error.message, field: [field] }
    return { ok: false, problem }
  }
}
