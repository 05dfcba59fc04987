import type { Config } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'
import type { Storage } from '../../storage/storage.ts'
import { explainLostDatabase } from '../lost-database.ts'

/** The database cannot be reached. */
const DATABASE_GONE = 1

/** Opens the database for `work` and always closes it. Loaded late, so that help responds immediately. */
export async function withLabels(config: Config, work: (storage: Storage) => Promise<void>): Promise<void> {
  const { openStorage } = await import('../../storage/open-storage.ts')
  try {
    const storage = await openStorage(config, message => console.error(message))
    try {
      await work(storage)
    } finally {
      await storage.close()
    }
  } catch (error) {
    throw await explainLostDatabase(error, { exitCode: DATABASE_GONE })
  }
}

/** The id of the entity with this name or alias; null without a name. Throws a `UsageError` if none has it. */
export async function entityIdOf(
  { prisma }: Pick<Storage, 'prisma'>,
  name: string | undefined,
): Promise<string | null> {
  if (name === undefined) return null
  const { findEntity } = await import('../../entities/find-entity.ts')
  const entity = await findEntity(prisma, name)
  if (entity !== null) return entity.id
  throw new UsageError(`No tweets about ${JSON.stringify(name)} are stored; \`pulso entities list\` lists names.`)
}
