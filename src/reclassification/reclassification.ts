import type { Reclassification } from '../storage/generated/client/client.ts'

export type { Reclassification } from '../storage/generated/client/client.ts'

export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'CANCELED', 'COMPLETED', 'FAILED'] as const

/** It will not go on by itself. */
export const hasEnded = ({ status }: Pick<Reclassification, 'status'>): boolean =>
  status !== 'QUEUED' && status !== 'RUNNING'
