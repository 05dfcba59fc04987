import type { Pool } from 'pg'
import type { ModelRegistry } from '../models/service.ts'
import { fail, type Result, succeed, underField } from '../problem/problem.ts'
import type { ClassificationFilter } from '../search/classification-page.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'
import type { TimeRange } from '../time/time-range.ts'
import { exportAddress } from './export-address.ts'
import type { ExportFormat, FormulaMode } from './export-format.ts'
import { type ExportParameters, type ExportQuery, readExportParameters } from './export-parameters.ts'
import { countExamined } from './read-export.ts'
import { type ClassificationExport, resolveExport } from './resolve-export.ts'
import { type ExportOptions, writeExport } from './write-export.ts'

/** The arguments of a download's address. */
interface DownloadRequest {
  /** In any spelling; null or blank for every entity, and for tweets without one. */
  readonly entity: string | null
  readonly range: TimeRange
  readonly filter: ClassificationFilter
  readonly modelId: string | null
  readonly format: ExportFormat
  /** Null for all rows. */
  readonly limit: number | null
  readonly formulas: FormulaMode | null
}

/** Exports classifications with their tweets. */
export interface Exports {
  /** Finds the entity and the model version. `NOT_FOUND` for an entity without tweets and for an unknown version. */
  resolve(query: ExportQuery): Promise<Result<ClassificationExport>>
  /** The number of classifications that an export examines, from the counts. */
  countExamined(selection: ClassificationExport): Promise<number>
  /** An export as a file, piece by piece. Reads no further than its consumer. */
  write(options: Omit<ExportOptions, 'pool'>): AsyncGenerator<string | Buffer>
  /** Begins a download of a client; the result ends it. Fails with `OVERLOADED` while too many are running. */
  admit(): Result<() => void>
  /** The path and query of a download on this server. Fails as the download would, and reads no classification. */
  address(request: DownloadRequest): Promise<Result<string>>
}

export interface ExportsOptions {
  /** Its connections are used for nothing else, so that slow downloads never delay other requests. */
  readonly pool: Pool
  readonly database: PrismaClient
  readonly models: Pick<ModelRegistry, 'resolve'>
}

export function createExports({ pool, database, models }: ExportsOptions): Exports {
  let running = 0
  const resolve = (query: ExportQuery) => resolveExport({ database, models }, query)
  return {
    resolve,
    countExamined: selection => countExamined(pool, selection),
    admit() {
      if (running >= MAX_RUNNING) return TOO_MANY
      running += 1
      return succeed(
        once(() => {
          running -= 1
        }),
      )
    },
    write: options => writeExport({ ...options, pool }),
    async address({ entity, range, filter, modelId, format, limit, formulas }) {
      if (filter.author?.trim() === '') return BLANK_AUTHOR
      if (filter.text?.trim() === '') return BLANK_TEXT
      const version = modelId === null ? null : await models.resolve(modelId)
      if (version?.ok === false) return inFilter(version)
      const parameters = given({
        entity: entity?.trim(),
        from: range.from?.toISOString(),
        to: range.to?.toISOString(),
        label: filter.label,
        author: filter.author,
        language: filter.language,
        text: filter.text,
        isUncertain: filter.isUncertain?.toString(),
        dated: range.dated?.toString(),
        model: version?.value.version,
        limit: limit?.toString(),
        formulas,
      })
      const query = readExportParameters(parameters)
      // The range was checked before, and any entity name is valid.
      if (!query.ok) return query.problem.field?.[0] === 'limit' ? query : inFilter(query)
      const resolved = await resolve(query.value)
      return resolved.ok ? succeed(exportAddress(format, parameters)) : resolved
    },
  }
}

/** Downloads at the same time, in one process. Each holds a few thousand rows in memory. */
const MAX_RUNNING = 8

const TOO_MANY = fail(
  'OVERLOADED',
  `${MAX_RUNNING} exports are being downloaded; try again when one of them has ended.`,
)

/** A download may end in several ways at once. */
function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

/** Rejected, because a blank author matches nothing in a list, but counts as omitted in an address. */
const BLANK_AUTHOR = fail('INVALID', 'author must not be blank. Omit it to export tweets of every author.', [
  'filter',
  'author',
])

const BLANK_TEXT = fail('INVALID', 'text must not be blank. Omit it to export tweets with any words.', [
  'filter',
  'text',
])

const inFilter = ({ problem }: Extract<Result<unknown>, { ok: false }>): Result<never> => ({
  ok: false,
  problem: underField(problem, 'filter'),
})

const given = (parameters: Readonly<Record<keyof ExportParameters, string | null | undefined>>): ExportParameters =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value != null && value !== ''))
