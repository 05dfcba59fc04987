import type { Config } from '../../config.ts'
import { findEntity } from '../../entities/find-entity.ts'
import { createEntities, type Entities } from '../../entities/service.ts'
import { openAnnouncer } from '../../live/live-feed.ts'
import { UsageError } from '../../problem/problem.ts'
import { resourceStack } from '../../process/resource-stack.ts'
import type { Entity } from '../../storage/generated/client/client.ts'
import { openStorage } from '../../storage/open-storage.ts'
import type { Storage } from '../../storage/storage.ts'

interface OpenEntities {
  readonly storage: Storage
  readonly entities: Entities
  /** By its name or an alias. Throws a `UsageError` where there is none. */
  find(name: string): Promise<Entity>
}

/** Opens the database for `work` and closes it again, whatever comes of it. Servers on it hear of what is changed. */
export async function withEntities(config: Config, work: (open: OpenEntities) => Promise<void>): Promise<void> {
  const resources = resourceStack()
  try {
    const storage = resources.keep(await openStorage(config, message => console.error(message)))
    const announcer = resources.keep(openAnnouncer(storage))
    const entities = createEntities({ pool: storage.pool, now: () => new Date(), onChange: announcer.changed })
    const find = async (name: string) => {
      const found = await findEntity(storage.prisma, name)
      if (found !== null) return found
      throw new UsageError(
        `No tweet was ever stored about ${JSON.stringify(name)}; \`pulso entities list\` shows what there is.`,
      )
    }
    await work({ storage, entities, find })
  } finally {
    await resources.close()
  }
}
