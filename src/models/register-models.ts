import { Prisma, type PrismaClient } from '../storage/generated/client/client.ts'
import type { ModelFolder } from './read-models.ts'

export interface Registration {
  readonly database: PrismaClient
  readonly models: readonly ModelFolder[]
  readonly now: Date
  readonly createId: () => string
}

/** Prisma's defaults are two and five seconds. A start on a busy machine takes longer, and may have to wait for another one. */
const TIMEOUTS = { maxWait: 30_000, timeout: 30_000 }

/**
 * Adds new versions, and replaces each version's evaluations with those in its folder. Versions whose folder was removed stay, because
 * classifications refer to them.
 */
export async function registerModels({ database, models, now, createId }: Registration): Promise<void> {
  await database.$transaction(async transaction => {
    // A server and a command may start together: the second one waits, and then has nothing to do.
    await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('pulso model registry'))`
    for (const { manifest, version, evaluations, estimates: report, adaptation: adapted } of models) {
      const estimates = report === null ? Prisma.DbNull : (report as object)
      const adaptation = adapted === null ? Prisma.DbNull : (adapted as object)
      const { id } = await transaction.modelVersion.upsert({
        where: { version },
        update: { manifest, estimates, adaptation },
        create: {
          id: createId(),
          name: manifest.name,
          version,
          weightsSha256: manifest.weights.sha256,
          manifest,
          estimates,
          adaptation,
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
  }, TIMEOUTS)
}
