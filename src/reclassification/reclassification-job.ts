import type { ReclassificationJob } from '../storage/generated/client/client.ts'

export type { ReclassificationJob } from '../storage/generated/client/client.ts'

export const RECLASSIFICATION_JOB_STATUSES = ['QUEUED', 'RUNNING', 'CANCELED', 'COMPLETED', 'FAILED'] as const

/** Whether the job has ended: no process works on it or will. */
export const hasEnded = ({ status }: Pick<ReclassificationJob, 'status'>): boolean =>
  status !== 'QUEUED' && status !== 'RUNNING'
