import type { Config } from '../../config.ts'
import { DEFAULT_MODEL } from '../../models/default-model.ts'
import type { ModelFolder } from '../../models/read-models.ts'
import { readSelection } from '../../models/read-selection.ts'
import { UsageError } from '../../problem/problem.ts'

/** Null if unknown. */
export interface VersionsInUse {
  readonly active: string | null
  readonly shown: string | null
}

/**
 * Returns the versions that the database names as active and shown; without a database, the default. Warns on standard
 * error if the database is unreachable.
 */
export async function readVersionsInUse(config: Config, models: readonly ModelFolder[]): Promise<VersionsInUse> {
  const standard = models.find(({ manifest }) => manifest.name === DEFAULT_MODEL)?.version ?? null
  // Loaded late: listing models needs no database if none was ever started.
  const { hasEmbeddedDatabase } = await import('../../storage/embedded-postgres/join-server.ts')
  if (config.databaseUrl === null && !(await hasEmbeddedDatabase(config.dataDirectory))) {
    return { active: standard, shown: standard }
  }
  try {
    return await askDatabase(config, standard)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`The active model is unknown: ${error.message}`)
    return { active: null, shown: null }
  }
}

async function askDatabase(config: Config, standard: string | null): Promise<VersionsInUse> {
  const { openStorage } = await import('../../storage/open-storage.ts')
  const storage = await openStorage(config, message => console.error(message))
  try {
    const { activeId, summaryId } = await readSelection(storage.pool)
    const versions = await storage.prisma.modelVersion.findMany({ select: { id: true, version: true } })
    const versionOf = (id: string | null) => versions.find(row => row.id === id)?.version ?? standard
    return { active: versionOf(activeId), shown: versionOf(summaryId) }
  } finally {
    await storage.close()
  }
}
