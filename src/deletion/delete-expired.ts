import { type BackgroundRunner, runInBackground } from '../jobs/run-in-background.ts'
import type { Log, Storage } from '../storage/storage.ts'
import { type Deleted, deleteSelected } from './delete-selected.ts'

/** A tweet outlives its time by an hour at most. */
const EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
/** Requests and imports have most of the database's time. */
const DUTY_CYCLE = 0.25

export interface Retention {
  readonly storage: Pick<Storage, 'pool'>
  readonly retentionDays: number
  readonly now: () => Date
  readonly log: Log
}

/** Deletes the tweets that count at a time before the last `retentionDays` times 24 hours. */
export const deleteExpired = (
  { storage, retentionDays, now }: Omit<Retention, 'log'>,
  signal: AbortSignal,
): Promise<Deleted> =>
  deleteSelected(
    storage.pool,
    { kind: 'before', before: new Date(now().getTime() - retentionDays * DAY_MS) },
    { signal, dutyCycle: DUTY_CYCLE },
  )

/** Does so at the start and every hour. Several servers may do it at once: a tweet is deleted by one of them. */
export const runRetention = (retention: Retention): BackgroundRunner =>
  runInBackground({
    name: 'Retention',
    runNext: async signal => {
      await deleteExpired(retention, signal)
      return false
    },
    log: retention.log,
    pollEveryMs: EVERY_MS,
  })
