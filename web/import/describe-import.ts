import { formatCount } from '../numbers/format-number.ts'
import type { ImportJob } from './import-query.ts'

type Status = ImportJob['status']

const STATUSES: Record<Status, string> = {
  QUEUED: 'waiting',
  RUNNING: 'running',
  CANCELING: 'canceling',
  CANCELED: 'canceled',
  COMPLETED: 'complete',
  FAILED: 'failed',
  UNDOING: 'being undone',
  UNDONE: 'undone',
}

export const describeStatus = (status: Status): string => STATUSES[status]

/** Whether the status still changes without a request. */
export const isUnderWay = (status: Status): boolean => ['QUEUED', 'RUNNING', 'CANCELING', 'UNDOING'].includes(status)

/** Whether the import can be undone. */
export const isUndoable = (status: Status): boolean => ['CANCELED', 'COMPLETED', 'FAILED'].includes(status)

/** How the rows that were read add up. */
export function describeRows({
  processedCount,
  storedCount,
  duplicateCount,
  relabelledCount,
  rejectedCount,
}: Pick<ImportJob, 'processedCount' | 'storedCount' | 'duplicateCount' | 'relabelledCount' | 'rejectedCount'>): string {
  const labels = relabelledCount === 0 ? '' : ` + ${formatCount(relabelledCount)} relabelled`
  return `${formatCount(processedCount)} read = ${formatCount(storedCount)} stored + ${formatCount(duplicateCount)} duplicates + ${formatCount(rejectedCount)} rejected${labels}`
}

/** The processed part of the file, from 0 to 1. */
export function progressOf({
  status,
  processedBytes,
  sizeBytes,
}: Pick<ImportJob, 'status' | 'processedBytes' | 'sizeBytes'>): number {
  if (status === 'COMPLETED') return 1
  return sizeBytes === 0 ? 0 : Math.min(1, processedBytes / sizeBytes)
}

/** What undoing an import would remove. */
export interface UndoCounts {
  readonly mentionCount: number
  readonly tweetCount: number
  readonly entityCount: number
}

/** What goes if an import is undone. Tweets that others use stay, and lose only their mentions. */
export function describeUndo({ mentionCount, tweetCount, entityCount }: UndoCounts): string {
  if (mentionCount === 0)
    return 'Nothing is removed: all that it added is used by others by now. This cannot be undone.'
  const about = entityCount === 0 ? '' : ` about ${counted(entityCount, 'entity', 'entities')}`
  const removed =
    tweetCount === mentionCount
      ? counted(tweetCount, 'tweet', 'tweets')
      : `${counted(tweetCount, 'tweet', 'tweets')} and ${counted(mentionCount, 'mention', 'mentions')}`
  return `This removes ${removed}${about}, with their classifications and labels. This cannot be undone.`
}

const counted = (count: number, one: string, many: string) => `${formatCount(count)} ${count === 1 ? one : many}`
