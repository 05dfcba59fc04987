import { type AccessKeys, createAccessKeys } from '../../access/service.ts'
import type { Config } from '../../config.ts'
import { openStorage } from '../../storage/open-storage.ts'
import type { Storage } from '../../storage/storage.ts'

interface OpenKeys {
  readonly storage: Storage
  readonly keys: AccessKeys
  readonly now: () => Date
}

/** Opens the database for `work` and always closes it. Running servers are notified of changes. */
export async function withKeys(config: Config, work: (open: OpenKeys) => Promise<void>): Promise<void> {
  const storage = await openStorage(config, message => console.error(message))
  try {
    await work({ storage, keys: createAccessKeys(storage.pool, storage.now), now: storage.now })
  } finally {
    await storage.close()
  }
}
