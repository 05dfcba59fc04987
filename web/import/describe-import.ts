import { formatCount } from '../numbers/format-number.ts'
import type { ImportJob } from './import-query.ts'

type Status = ImportJob['status']

const STATUSES: Record<Status, string> = {
  QUEUED: 'waiting',
  RUNNING: 'running',
  CANCELING: 'ending',
  CANCELED: 'ended by request',
  COMPLETED: 'complete',
  FAILED: 'failed',
  UNDOING: 'being undone',
  UNDONE: 'undone',
}

export const describeStatus = (status: Status): string => STATUSES[status]

/** Whether it still changes by itself. */
export const isUnderWay = (status: Status): boolean => ['QUEUED', 'RUNNING', 'CANCELING', 'UNDOING'].includes(status)

/** Whether what it brought can be taken away again. */
export const isUndoable = (status: Status): boolean => ['CANCELED', 'COMPLETED', 'FAILED'].includes(status)

/** Every row that was read, accounted for. */
export function describeRows({
  processedCount,
  storedCount,
  duplicateCount,
  rejectedCount,
}: Pick<ImportJob, 'processedCount' | 'storedCount' | 'duplicateCount' | 'rejectedCount'>): string {
  return `${formatCount(processedCount)} read = ${formatCount(storedCount)} stored + ${formatCount(duplicateCount)} stored before + ${formatCount(rejectedCount)} rejected`
}

/** How far into the file it is, from 0 to 1. */
export function progressOf({
  status,
  processedBytes,
  sizeBytes,
}: Pick<ImportJob, 'status' | 'processedBytes' | 'sizeBytes'>): number {
  if (status === 'COMPLETED') return 1
  return sizeBytes === 0 ? 0 : Math.min(1, processedBytes / sizeBytes)
}
