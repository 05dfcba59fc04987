import { z } from 'zod'
import { LABELS } from '../../labels.ts'
import type { ImportJob } from '../../storage/generated/client/client.ts'
import { FIELDS } from '../../tables/columns.ts'
import type { TableOptions } from '../../tables/open-table.ts'
import { INPUT_FORMATS } from '../../tables/table-format.ts'
import { LABEL_COVERAGES } from './label-coverage.ts'

export type { ImportJob } from '../../storage/generated/client/client.ts'

export const IMPORT_JOB_STATUSES = [
  'QUEUED',
  'RUNNING',
  'CANCELING',
  'CANCELED',
  'COMPLETED',
  'FAILED',
  'UNDOING',
  'UNDONE',
] as const

/** Whether the job has ended: no process works on it or will. */
export const hasSettled = ({ status }: Pick<ImportJob, 'status'>): boolean =>
  status !== 'QUEUED' && status !== 'RUNNING' && status !== 'CANCELING' && status !== 'UNDOING'

/** Rows processed per second of working time; null before any. */
export const rowsPerSecond = ({ processedCount, workedMs }: Pick<ImportJob, 'processedCount' | 'workedMs'>) =>
  workedMs > 0 ? processedCount / (workedMs / 1000) : null

/** How a job reads its file. */
export const importOptionsSchema = z.object({
  /** Null detects it by content and name. */
  format: z.enum(INPUT_FORMATS).nullable(),
  /** As in `--columns`; null if the first row names the columns. */
  columns: z.string().nullable(),
  /** The file's own names of columns. */
  map: z.partialRecord(z.enum(FIELDS), z.string()).default({}),
  /** Null detects it. */
  hasHeader: z.boolean().nullable(),
  skipLines: z.number().default(0),
  entity: z.string().nullable(),
  timezone: z.string(),
  timeFormat: z.string().nullable().default(null),
  /** Labels of the file's own words; null for a word that means none. */
  labels: z.array(z.tuple([z.string(), z.enum(LABELS).nullable()])).default([]),
  encoding: z.string().nullable(),
  matchEntities: z.boolean(),
  labelCoverage: z.enum(LABEL_COVERAGES).nullable().default(null),
})

export type ImportOptions = z.output<typeof importOptionsSchema>

/** The options of a job as its table is read. */
export const tableOptionsOf = ({
  matchEntities: _,
  labelCoverage: __,
  labels,
  ...options
}: ImportOptions): TableOptions => ({
  ...options,
  labels: new Map(labels),
})

/** The options of a job from those with which its table is read. */
export function importOptionsOf(
  options: TableOptions,
  { matchEntities, labelCoverage }: Pick<ImportOptions, 'matchEntities' | 'labelCoverage'>,
): ImportOptions {
  const { format, columns, map, hasHeader, skipLines, entity, timezone, timeFormat, labels, encoding } = options
  return {
    format,
    columns,
    map: map ?? {},
    hasHeader: hasHeader ?? null,
    skipLines: skipLines ?? 0,
    entity,
    timezone,
    timeFormat: timeFormat ?? null,
    labels: [...(labels ?? [])],
    encoding,
    matchEntities,
    labelCoverage,
  }
}
