import type { Prisma, PrismaClient } from '../storage/generated/client/client.ts'
import type { ModelFolder } from './read-models.ts'

export interface Registration {
  readonly database: PrismaClient
  readonly models: readonly ModelFolder[]
  readonly now: Date
  readonly createId: () => string
}

/** Prisma gives up after two and five seconds; on a busy machine a start takes longer, and another's may be waited for. */
const PATIENCE = { maxWait: 30_000, timeout: 30_000 }

/** Adds versions that are new, and makes each version's evaluations those of its folder. Versions whose folder is gone stay: classifications point at them. */
export async function registerModels({ database, models, now, createId }: Registration): Promise<void> {
  await database.$transaction(async transaction => {
    // The server and a command may start together; the second waits and finds its work done.
    await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('pulso model registry'))`
    for (const { manifest, version, evaluations } of models) {
      const { id } = await transaction.modelVersion.upsert({
        where: { version },
        update: { manifest },
        create: {
          id: createId(),
          name: manifest.name,
          version,
          weightsSha256: manifest.weights.sha256,
          manifest,
          registeredAt: now,
        },
      })
      await transaction.evaluation.deleteMany({ where: { modelVersionId: id } })
      await transaction.evaluation.createMany({
        data: evaluations.map(report => ({
          id: createId(),
          modelVersionId: id,
          dataset: report.dataset,
          split: report.split,
          report: report as Prisma.InputJsonValue,
          evaluatedAt: new Date(report.evaluatedAt),
        })),
      })
    }
  }, PATIENCE)
}
