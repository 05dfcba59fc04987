import { v7 as uuidv7 } from 'uuid'
import { checkIdempotencyKey } from '../jobs/idempotency-key.ts'
import type { ModelRegistry } from '../models/service.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Storage } from '../storage/storage.ts'
import type { Reclassification } from './reclassification.ts'
import { startJob } from './start-job.ts'

/** Jobs in which one model version classifies everything that is stored. */
export interface Reclassifications {
  /**
   * Queues a job, or returns the one that was started with this key. Fails for a version that is not known, a key that belongs to a job of
   * another version, and while another job of this version is open.
   */
  start(modelVersionId: string, idempotencyKey: string): Promise<Result<Reclassification>>
  /** Ends an open job; what it wrote stays. A canceled one is returned again; fails for one that has ended otherwise. */
  cancel(id: string): Promise<Result<Reclassification>>
}

export interface ReclassificationsOptions {
  readonly storage: Pick<Storage, 'prisma' | 'pool'>
  readonly registry: Pick<ModelRegistry, 'resolveAnswering'>
  readonly now: () => Date
  /** Called when there is something new to run. */
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
      const started = await startJob(storage.pool, {
        id: uuidv7(),
        modelVersionId,
        idempotencyKey: checked.value,
        now: now(),
      })
      if (!started.ok) return started
      onStart()
      return succeed(await storage.prisma.reclassification.findUniqueOrThrow({ where: { id: started.value } }))
    },
    async cancel(id) {
      // What a runner has under way fails at its next commit, because it writes only for a job that still runs.
      await storage.prisma.reclassification.updateMany({
        where: { id, status: { in: ['QUEUED', 'RUNNING'] } },
        data: { status: 'CANCELED', completedAt: now(), runnerId: null, leasedUntil: null },
      })
      const job = await storage.prisma.reclassification.findUnique({ where: { id } })
      if (job === null) return fail('NOT_FOUND', 'There is no reclassification with this id.', ['id'])
      if (job.status === 'CANCELED') return succeed(job)
      return fail('CONFLICT', `The reclassification has ended as ${job.status}; only an open one can be canceled.`, [
        'id',
      ])
    },
  }
}
