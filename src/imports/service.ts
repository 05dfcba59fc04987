import { checkMention } from '../classification/check-request.ts'
import { checkIdempotencyKey } from '../jobs/idempotency-key.ts'
import { fail, type Problem, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../storage/keyset-page.ts'
import { newId } from '../storage/new-ids.ts'
import type { Storage } from '../storage/storage.ts'
import { columnMapOf } from '../tables/column-map.ts'
import { planFromOption } from '../tables/columns.ts'
import { checkEncoding } from '../tables/decode-text.ts'
import type { TableHead } from '../tables/inspect-head.ts'
import { labelMapOf } from '../tables/label-map.ts'
import type { TableOptions } from '../tables/open-table.ts'
import { type InputFormat, isOfObjects } from '../tables/table-format.ts'
import { DOUBTFUL_ENCODING } from '../tables/text-encoding.ts'
import { checkTimeFormat } from '../tables/time-format.ts'
import { isTimezone } from '../time/is-timezone.ts'
import { countUndo, type UndoCounts } from './jobs/count-undo.ts'
import { hasSettled, type ImportJob, type ImportOptions, importOptionsOf } from './jobs/import-job.ts'
import { inApiWords } from './jobs/in-api-words.ts'
import type { LabelCoverage } from './jobs/label-coverage.ts'
import type { AnnounceImport } from './jobs/record-progress.ts'
import { storableText } from './jobs/storable-text.ts'
import { uploadsInUse } from './jobs/uploads-in-use.ts'
import type { Upload, WaitingUpload } from './uploads/upload-folders.ts'
import type { Uploads } from './uploads/uploads.ts'

interface ImportStart {
  readonly uploadId: string
  /** Null detects it. */
  readonly format: InputFormat | null
  /** A field's name for each column, `-` to ignore one; null uses the names in the first row. */
  readonly columns: readonly string[] | null
  /** A field's name and the file's own name of its column. */
  readonly columnMap: readonly (readonly [field: string, column: string])[]
  /** Whether the first row names the columns; null detects it. */
  readonly hasHeader: boolean | null
  /** Lines before the table. */
  readonly skipLines: number
  /** Null detects it. */
  readonly encoding: string | null
  readonly entity: string | null
  readonly timezone: string
  /** Null reads every unambiguous format. */
  readonly timeFormat: string | null
  /** A word of the file and its label, `-` for none. */
  readonly labelMap: readonly (readonly [value: string, label: string])[]
  readonly matchEntities: boolean
  /** How the labelled rows were chosen; null if that is unknown. */
  readonly labelCoverage: LabelCoverage | null
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
  /** The uploads of this process that no open import uses, newest first. */
  waitingUploads(): Promise<readonly WaitingUpload[]>
  /** Fails with `NOT_FOUND` for an unknown upload, and with `CONFLICT` while an import uses it. */
  removeUpload(uploadId: string): Promise<Result<null>>
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
    async waitingUploads() {
      const used = await uploadsInUse(storage.pool)
      return (await uploads.list()).filter(({ id }) => !used.includes(id))
    },
    async removeUpload(uploadId) {
      if ((await uploads.find(uploadId)) === null) {
        return fail('NOT_FOUND', 'No upload with this id waits on this server.', ['uploadId'])
      }
      if ((await uploadsInUse(storage.pool)).includes(uploadId)) {
        return fail('CONFLICT', 'An import of this upload is open. Cancel it first.', ['uploadId'])
      }
      await uploads.remove(uploadId)
      return succeed(null)
    },
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
      const createdAt = now()
      const created = await importJob.createMany({
        data: {
          ...BLANK,
          id: newId(createdAt),
          idempotencyKey: key.value,
          uploadId: upload.id,
          fileName: upload.name,
          sizeBytes: upload.sizeBytes,
          ...planned.value,
          createdAt,
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
  relabelledCount: 0,
  undatedCount: 0,
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

const MAX_SKIPPED_LINES = 1000

/** Checks the options against the file, so that mistakes that would reject every row are reported before the job starts. */
async function plan(input: ImportStart, upload: Upload, uploads: Uploads): Promise<Result<Planned>> {
  const options = checkOptions(input, upload)
  if (!options.ok) return options
  const { format, hasHeader, skipLines } = input
  if (input.encoding === null && upload.isEncodingDoubtful) {
    return fail('INVALID', inApiWords(`${upload.name} ${DOUBTFUL_ENCODING}.`), ['encoding'])
  }
  const encoding = options.value.encoding ?? upload.encoding
  const read = await usageErrorAsProblem(
    () => uploads.readHead({ ...upload, encoding }, { format, hasHeader, skipLines, map: options.value.map ?? null }),
    'format',
  )
  if (!read.ok) return read
  const head = read.value
  const field = input.columnMap.length > 0 ? 'columnMap' : 'columns'
  const columns = await usageErrorAsProblem(() => {
    checkColumns(input, head, upload.name)
    return uploads.readColumns(upload, { ...options.value, encoding, format: head.format })
  }, field)
  if (!columns.ok) return columns
  const named = options.value.encoding ?? (upload.isEncodingGiven ? upload.encoding : null)
  const tableOptions = { ...options.value, encoding: named, format: head.format }
  return succeed({
    options: importOptionsOf(tableOptions, input),
    columns: columns.value.names.map(storableText),
  })
}

/** Checks each option without the file. */
function checkOptions(input: ImportStart, upload: Upload): Result<TableOptions> {
  const { entity, timezone, columns } = input
  if (entity !== null) {
    const mention = checkMention({ text: 'any', entity })
    if (!mention.ok) return mention
  }
  if (!isTimezone(timezone)) {
    return fail('INVALID', 'timezone must be the name of an IANA time zone, such as Europe/Berlin or UTC.', [
      'timezone',
    ])
  }
  if (!(input.skipLines >= 0 && input.skipLines <= MAX_SKIPPED_LINES)) {
    return fail('INVALID', `skipLines must be from 0 to ${MAX_SKIPPED_LINES}.`, ['skipLines'])
  }
  const encoding = attempt(
    () => (input.encoding === null ? null : checkEncoding(input.encoding, 'encoding')),
    'encoding',
  )
  if (!encoding.ok) return encoding
  const timeFormat = attempt(
    () => (input.timeFormat === null ? null : checkTimeFormat(input.timeFormat, 'timeFormat')),
    'timeFormat',
  )
  if (!timeFormat.ok) return timeFormat
  const labels = attempt(() => labelMapOf(input.labelMap, 'labelMap'), 'labelMap')
  if (!labels.ok) return labels
  const map = attempt(() => columnMapOf(input.columnMap, 'columnMap'), 'columnMap')
  if (!map.ok) return map
  if (columns !== null && input.columnMap.length > 0) {
    return fail('INVALID', 'columns and columnMap exclude each other; omit one of them.', ['columnMap'])
  }
  return succeed({
    format: input.format,
    columns: columns?.join(',') ?? null,
    map: map.value,
    hasHeader: input.hasHeader,
    skipLines: input.skipLines,
    entity,
    timezone,
    timeFormat: timeFormat.value,
    labels: labels.value,
    encoding: encoding.value,
    name: upload.name,
  })
}

/** Throws a `UsageError` if `columns` does not fit the file. */
function checkColumns({ columns, columnMap }: ImportStart, head: TableHead, name: string): void {
  const names = head.columns.map(column => column.name)
  if (columns === null) {
    if (isOfObjects(head.format) || head.hasHeader || head.knownFormat !== null || columnMap.length > 0) return
    throw new UsageError(
      `The first row of ${name} does not name its columns; list all ${names.length} of them in columns, such as text.`,
    )
  }
  if (isOfObjects(head.format)) {
    throw new UsageError(`${name} has JSON objects, which name their values; omit columns.`)
  }
  const split = columns.find(column => column.includes(','))
  if (split !== undefined)
    throw new UsageError(`columns has ${JSON.stringify(split)}; pass each column as a separate element.`)
  if (columns.length !== names.length) {
    throw new UsageError(
      `columns has ${columns.length} elements, but ${name} has ${names.length} columns; use - for a column to ignore.`,
    )
  }
  planFromOption(columns.join(','), 'columns')
}

function attempt<T>(work: () => T, field: string): Result<T> {
  try {
    return succeed(work())
  } catch (error) {
    return problemOf(error, field)
  }
}

async function usageErrorAsProblem<T>(work: () => T | Promise<T>, field: string): Promise<Result<T>> {
  try {
    return succeed(await work())
  } catch (error) {
    return problemOf(error, field)
  }
}

/** Rethrows any error but a `UsageError`. */
function problemOf(error: unknown, field: string): Result<never> {
  if (!(error instanceof UsageError)) throw error
  const problem: Problem = { code: 'INVALID', message: inApiWords(error.message), field: [field] }
  return { ok: false, problem }
}
