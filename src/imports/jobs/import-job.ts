import { z } from 'zod'
import type { ImportJob } from '../../storage/generated/client/client.ts'
import { INPUT_FORMATS } from '../../tables/table-format.ts'

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
  hasHeader: z.boolean(),
  entity: z.string().nullable(),
  timezone: z.string(),
  encoding: z.string().nullable(),
  matchEntities: z.boolean(),
})

export type ImportOptions = z.output<typeof importOptionsSchema>
