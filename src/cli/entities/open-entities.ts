import type { Config } from '../../config.ts'
import { renewKeys } from '../../entities/renew-keys.ts'
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
  /** By name or alias. Throws a `UsageError` if there is no such entity. */
  find(name: string): Promise<Entity>
}

/** Opens the database for `work` and always closes it. Servers on the same database are notified of changes. */
export async function withEntities(config: Config, work: (open: OpenEntities) => Promise<void>): Promise<void> {
  const resources = resourceStack()
  try {
    const storage = resources.keep(await openStorage(config, message => console.error(message)))
    await renewKeys(storage.pool)
    const announcer = resources.keep(openAnnouncer(storage))
    const entities = createEntities({ storage, now: storage.now, onChange: announcer.changed })
    const find = async (name: string) => {
      const found = await entities.find(name)
      if (found !== null) return found
      throw new UsageError(`Unknown entity ${JSON.stringify(name)}; \`pulso entities list\` lists the entities.`)
    }
    await work({ storage, entities, find })
  } finally {
    await resources.close()
  }
}
