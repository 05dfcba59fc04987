import { checkIdempotencyKey } from '../jobs/idempotency-key.ts'
import type { ModelRegistry } from '../models/service.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { newId } from '../storage/new-ids.ts'
import type { Storage } from '../storage/storage.ts'
import type { ReclassificationJob } from './reclassification-job.ts'
import { startJob } from './start-job.ts'

/** Jobs in which one model version classifies all stored mentions. */
export interface Reclassifications {
  /**
   * Queues a job, or returns the job that was started with this key. Fails with `NOT_FOUND` for an unknown version. Fails with `CONFLICT` if
   * the key belongs to a job of another version, or if another job of this version is open.
   */
  start(modelVersionId: string, idempotencyKey: string): Promise<Result<ReclassificationJob>>
  /** Cancels an open job; its classifications stay. Fails with `CONFLICT` if the job has already ended, except as canceled. */
  cancel(id: string): Promise<Result<ReclassificationJob>>
  /** A job with the given relations; null for an unknown id. */
  find(id: string, relations: JobRelations): Promise<ReclassificationJob | null>
}

type JobRelations = Pick<Prisma.ReclassificationJobDefaultArgs, 'include'>

export interface ReclassificationsOptions {
  readonly storage: Pick<Storage, 'prisma' | 'pool'>
  readonly registry: Pick<ModelRegistry, 'resolveAnswering'>
  readonly now: () => Date
  /** Called when a job needs a runner. */
  readonly onStart: () => void
}

export function createReclassifications(options: ReclassificationsOptions): Reclassifications {
  const { storage, registry, now, onStart } = options
  return {
    async start(modelVersionId, key) {
      const checked = checkIdempotencyKey(key)
      if (!checked.ok) return checked
      const version = await registry.resolveAnswering(modelVersionId)
      if (!version.ok) return version
      const at = now()
      const started = await startJob(storage.pool, {
        id: newId(at),
        modelVersionId,
        idempotencyKey: checked.value,
        now: at,
      })
      if (!started.ok) return started
      onStart()
      return succeed(await storage.prisma.reclassificationJob.findUniqueOrThrow({ where: { id: started.value } }))
    },
    async cancel(id) {
      // The runner's current batch fails at its commit, which requires that the job is running.
      await storage.prisma.reclassificationJob.updateMany({
        where: { id, status: { in: ['QUEUED', 'RUNNING'] } },
        data: { status: 'CANCELED', endedAt: now(), runnerId: null, leasedUntil: null },
      })
      const job = await storage.prisma.reclassificationJob.findUnique({ where: { id } })
      if (job === null) return fail('NOT_FOUND', 'No reclassification job has this id.', ['id'])
      if (job.status === 'CANCELED') return succeed(job)
      return fail('CONFLICT', `The reclassification has ended as ${job.status}; only an open one can be canceled.`, [
        'id',
      ])
    },
    find: (id, relations) => storage.prisma.reclassificationJob.findUnique({ ...relations, where: { id } }),
  }
}
