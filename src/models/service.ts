import type { Pool } from 'pg'
import { findEntity } from '../entities/find-entity.ts'
import { fail, type Result, succeed, UsageError } from '../problem/problem.ts'
import { unavailableMessage } from '../storage/connection-failure.ts'
import type { ModelVersion, Prisma, PrismaClient } from '../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../storage/keyset-page.ts'
import { newId } from '../storage/new-ids.ts'
import type { Log, Storage } from '../storage/storage.ts'
import { inTransaction } from '../storage/transaction.ts'
import { cannotStore, noteFailure } from '../storage/write-failures.ts'
import { activateVersion } from './activate-version.ts'
import { type ComparisonScope, compareModels, type ModelComparison } from './compare-models.ts'
import type { ModelFolder } from './read-models.ts'
import { lockSelection, readSelection } from './read-selection.ts'
import { registerModels } from './register-models.ts'

export type { ModelVersion } from '../storage/generated/client/client.ts'

/** The versions that are used if none is named, as this process last read them. */
interface ModelsInUse {
  /** Classifies new mentions. */
  readonly active: ModelVersion
  /** Counted by summaries. Differs from `active` until that version has classified every stored mention. */
  readonly summary: ModelVersion
  readonly isSummaryComplete: boolean
  readonly isPromoted: boolean
}

/** The model versions in the database. */
export interface ModelRegistry {
  readonly inUse: ModelsInUse
  /** The version that answers unless another one is named. */
  readonly active: ModelVersion
  /** The version with this id, or the summary model for null. Fails with `NOT_FOUND` for an unknown id. */
  resolve(id: string | null): Promise<Result<ModelVersion>>
  /** The version with this id, or the active one for null. Fails with `NOT_FOUND` for an unknown id. */
  resolveAnswering(id: string | null): Promise<Result<ModelVersion>>
  /** A version with the given relations; null for an unknown id. */
  find(id: string, relations: VersionRelations): Promise<ModelVersion | null>
  /** The versions of a page, newest first; one more if further versions follow. */
  list(page: KeysetPage<readonly [id: string]>): Promise<readonly ModelVersion[]>
  count(): Promise<number>
  /** Compares the labels of two versions. Fails with `NOT_FOUND` for an unknown version or entity, and with `INVALID` for the same version. */
  compare(request: ComparisonRequest): Promise<Result<ModelComparison>>
  /** Makes a version active for every process on this database. The caller has to check that its weights load. */
  promote(version: ModelVersion): Promise<void>
  /** Reads which versions are in use, in case another process has changed them. One small query. */
  refresh(): Promise<void>
}

type VersionRelations = Pick<Prisma.ModelVersionDefaultArgs, 'include'>

interface ComparisonRequest {
  readonly firstModelId: string
  readonly secondModelId: string
  /** Name or alias; null for all mentions, including those of no entity. */
  readonly entity: string | null
  readonly range: ComparisonScope['range']
}

export interface RegistryOptions {
  readonly storage: Pick<Storage, 'prisma' | 'pool'>
  readonly models: readonly ModelFolder[]
  /** Name of the model that is active until one is promoted. */
  readonly defaultName: string
  readonly now: () => Date
  readonly log?: Log
}

/**
 * Registers the models of the folders in the database, and activates the default one unless a version was promoted. Several processes may do
 * this at the same time. Throws a `UsageError` if the default model is missing.
 */
export async function openModelRegistry({
  storage,
  models,
  defaultName,
  now,
  log = () => {},
}: RegistryOptions): Promise<ModelRegistry> {
  const { prisma, pool } = storage
  const standard = models.find(({ manifest }) => manifest.name === defaultName)
  if (standard === undefined) {
    const names = models.map(({ manifest }) => manifest.name).join(', ')
    throw new UsageError(
      `The default model ${defaultName} is missing; ${names === '' ? 'models/ is empty' : `available: ${names}`}.`,
    )
  }
  const register = async () => {
    const at = now()
    await registerModels({ database: prisma, models, now: at, createId: () => newId(at) })
    const { id } = await prisma.modelVersion.findUniqueOrThrow({ where: { version: standard.version } })
    await activateDefault(pool, id)
  }
  await register().catch(async error => {
    if (!cannotStore(error)) throw error
    noteFailure(pool, error)
    // A full disk is no reason to serve no reads, if an earlier start has registered the models.
    const { activeId } = await readSelection(pool)
    if (activeId === null) throw new UsageError(`The models cannot be registered. ${unavailableMessage(error)}`)
    log('The database cannot store data. Reads work; writes fail until it can.')
  })

  let inUse = await readInUse(pool, prisma, null)
  const refresh = async () => {
    inUse = await readInUse(pool, prisma, inUse)
  }
  const resolve = async (id: string | null, unnamed: ModelVersion): Promise<Result<ModelVersion>> => {
    if (id === null) return succeed(unnamed)
    if (id === inUse.active.id) return succeed(inUse.active)
    const found = await prisma.modelVersion.findUnique({ where: { id } })
    if (found !== null) return succeed(found)
    return fail('NOT_FOUND', 'No model version has this id; `models` lists them.', ['modelId'])
  }
  async function compare({ firstModelId, secondModelId, entity, range }: ComparisonRequest) {
    if (firstModelId === secondModelId) {
      return fail('INVALID', 'secondModelId must name another model version than firstModelId.', ['secondModelId'])
    }
    const [first, second] = await Promise.all([
      resolve(firstModelId, inUse.active),
      resolve(secondModelId, inUse.active),
    ])
    if (!first.ok) return fail('NOT_FOUND', first.problem.message, ['firstModelId'])
    if (!second.ok) return fail('NOT_FOUND', second.problem.message, ['secondModelId'])
    const found = entity === null ? null : await findEntity(prisma, entity)
    if (entity !== null && found === null) {
      return fail('NOT_FOUND', 'No entity has this name; `entities` lists them.', ['entity'])
    }
    return succeed(await compareModels(pool, first.value, second.value, { entityId: found?.id ?? null, range }))
  }
  return {
    get inUse() {
      return inUse
    },
    get active() {
      return inUse.active
    },
    resolve: id => resolve(id, inUse.summary),
    resolveAnswering: id => resolve(id, inUse.active),
    find: (id, relations) => prisma.modelVersion.findUnique({ ...relations, where: { id } }),
    list: page => prisma.modelVersion.findMany(newestFirst(page)),
    count: () => prisma.modelVersion.count(),
    compare,
    async promote({ id }) {
      await inTransaction(pool, client => activateVersion(client, { versionId: id, isPromoted: true }))
      await refresh()
    },
    refresh,
  }
}

/** A release may change the default. A version that was promoted explicitly stays active. */
const activateDefault = (pool: Pool, defaultId: string) =>
  inTransaction(pool, async client => {
    const { activeId, summaryId, isPromoted } = await lockSelection(client)
    const isSettled = activeId !== null && summaryId !== null && (isPromoted || activeId === defaultId)
    if (!isSettled)
      await activateVersion(client, { versionId: activeId !== null && isPromoted ? activeId : defaultId, isPromoted })
  })

/** Only the role of a version's row ever changes, so rows are read only if other versions are in use than before. */
async function readInUse(pool: Pool, database: PrismaClient, before: ModelsInUse | null): Promise<ModelsInUse> {
  const { activeId, summaryId, isSummaryComplete, isPromoted } = await readSelection(pool)
  if (before !== null && before.active.id === activeId && before.summary.id === summaryId) {
    const isSame = before.isSummaryComplete === isSummaryComplete && before.isPromoted === isPromoted
    return isSame ? before : { ...before, isSummaryComplete, isPromoted }
  }
  const rows = await database.modelVersion.findMany({
    where: { id: { in: [activeId ?? '', summaryId ?? ''].filter(Boolean) } },
  })
  const [active, summary] = [activeId, summaryId].map(id => rows.find(row => row.id === id))
  if (active === undefined || summary === undefined) throw new Error('The database names no model version in use.')
  return { active, summary, isSummaryComplete, isPromoted }
}
