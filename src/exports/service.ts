import type { Pool } from 'pg'
import type { ModelRegistry } from '../models/service.ts'
import { fail, type Result, succeed, underField } from '../problem/problem.ts'
import type { ClassificationFilter } from '../search/classification-page.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'
import type { TimeRange } from '../time/time-range.ts'
import { exportAddress } from './export-address.ts'
import type { ExportFormat } from './export-format.ts'
import { type ExportParameters, type ExportQuestion, readExportParameters } from './export-parameters.ts'
import { countLooked } from './read-export.ts'
import { type ClassificationExport, resolveExport } from './resolve-export.ts'
import { type ExportOptions, writeExport } from './write-export.ts'

/** A download as GraphQL asks for it. */
interface DownloadRequest {
  /** In any spelling; null or blank for every entity, and for tweets without one. */
  readonly entity: string | null
  readonly range: TimeRange
  readonly filter: ClassificationFilter
  readonly modelId: string | null
  readonly format: ExportFormat
}

/** Exports classifications with their tweets. */
export interface Exports {
  /** Finds the entity and the model version. `NOT_FOUND` for an entity without tweets and for an unknown version. */
  resolve(question: ExportQuestion): Promise<Result<ClassificationExport>>
  /** The number of classifications that an export examines, from the counts. */
  countExamined(question: ClassificationExport): Promise<number>
  /** An export as text, piece by piece. Reads no further than its consumer. */
  write(options: Omit<ExportOptions, 'pool'>): AsyncGenerator<string>
  /** The address of a download, relative to this server. Fails as the download itself would, and reads no classification. */
  address(request: DownloadRequest): Promise<Result<string>>
}

export interface ExportsOptions {
  readonly pool: Pool
  readonly database: PrismaClient
  readonly models: Pick<ModelRegistry, 'resolve'>
}

export function createExports({ pool, database, models }: ExportsOptions): Exports {
  const resolve = (question: ExportQuestion) => resolveExport({ database, models }, question)
  return {
    resolve,
    countExamined: question => countLooked(pool, question),
    write: options => writeExport({ ...options, pool }),
    async address({ entity, range, filter, modelId, format }) {
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
        text: filter.text,
        isUncertain: filter.isUncertain?.toString(),
        model: version?.value.version,
      })
      const question = readExportParameters(parameters)
      // Its range has been checked, and an entity's name cannot be wrong.
      if (!question.ok) return inFilter(question)
      const resolved = await resolve(question.value)
      return resolved.ok ? succeed(exportAddress(format, parameters)) : resolved
    },
  }
}

/** In a list, a blank author matches no tweet; in an address, it counts as omitted. */
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
