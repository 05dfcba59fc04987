import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { findEntity } from '../entities/find-entity.ts'
import { fail, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { ModelVersion, Prisma, PrismaClient } from '../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../storage/keyset-page.ts'
import type { Storage } from '../storage/storage.ts'
import { inTransaction } from '../storage/transaction.ts'
import { activateVersion } from './activate-version.ts'
import { type ComparisonScope, compareModels, type ModelComparison } from './compare-models.ts'
import type { ModelFolder } from './read-models.ts'
import { lockSelection, readSelection } from './read-selection.ts'
import { registerModels } from './register-models.ts'

export type { ModelVersion } from '../storage/generated/client/client.ts'

/** The versions that are used where none is named, as this process last saw them. */
interface ModelsInUse {
  /** Answers new questions. */
  readonly active: ModelVersion
  /** What summaries count. It lags behind `active` until that one has classified everything that is stored. */
  readonly shown: ModelVersion
  readonly isShownComplete: boolean
  readonly isPromoted: boolean
}

/** The model versions that the database knows. */
export interface ModelRegistry {
  readonly inUse: ModelsInUse
  /** The version that answers unless another is named. */
  readonly active: ModelVersion
  /** The named version, or the one that summaries show without a name; `NOT_FOUND` for an id that no version has. */
  resolve(id: string | null): Promise<Result<ModelVersion>>
  /** The same for a question to a model: the active one without a name. */
  resolveAnswering(id: string | null): Promise<Result<ModelVersion>>
  /** A version with the given relations; null for an id that no version has. */
  find(id: string, relations: VersionRelations): Promise<ModelVersion | null>
  /** The versions of a page, newest first; one more if the list goes on. */
  list(page: KeysetPage<readonly [id: string]>): Promise<readonly ModelVersion[]>
  count(): Promise<number>
  /** How two versions label the mentions that both have classified. `NOT_FOUND` for an unknown version or entity. */
  compare(request: ComparisonRequest): Promise<Result<ModelComparison>>
  /** Makes a version the active one, for every process on this database. Its weights should have been seen to load. */
  promote(version: ModelVersion): Promise<void>
  /** Looks whether another process changed what is in use. One small query. */
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
  /** Name of the folder whose version is active as long as nobody promoted one. */
  readonly defaultName: string
  readonly now: () => Date
}

/** Brings the database up to the folders there are. Safe while other processes do the same. */
export async function openModelRegistry({
  storage,
  models,
  defaultName,
  now,
}: RegistryOptions): Promise<ModelRegistry> {
  const { prisma, pool } = storage
  const standard = models.find(({ manifest }) => manifest.name === defaultName)
  if (standard === undefined) {
    const known = models.map(({ manifest }) => manifest.name).join(', ')
    throw new UsageError(
      `There is no model named ${defaultName} here; ${known === '' ? 'models/ is empty' : `there are ${known}`}.`,
    )
  }
  await registerModels({ database: prisma, models, now: now(), createId: uuidv7 })
  const { id: defaultId } = await prisma.modelVersion.findUniqueOrThrow({ where: { version: standard.version } })
  await activateDefault(pool, defaultId)

  let inUse = await readInUse(pool, prisma, null)
  const refresh = async () => {
    inUse = await readInUse(pool, prisma, inUse)
  }
  const resolve = async (id: string | null, unnamed: ModelVersion): Promise<Result<ModelVersion>> => {
    if (id === null) return succeed(unnamed)
    if (id === inUse.active.id) return succeed(inUse.active)
    const found = await prisma.modelVersion.findUnique({ where: { id } })
    if (found !== null) return succeed(found)
    return fail('NOT_FOUND', 'There is no model version with this id; `models` lists them.', ['modelId'])
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
      return fail('NOT_FOUND', 'There is no such entity; `entities` lists them.', ['entity'])
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
    resolve: id => resolve(id, inUse.shown),
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

/** A release may bring another default; what a person promoted stays. */
const activateDefault = (pool: Pool, defaultId: string) =>
  inTransaction(pool, async client => {
    const { activeId, shownId, isPromoted } = await lockSelection(client)
    const isSettled = activeId !== null && shownId !== null && (isPromoted || activeId === defaultId)
    if (!isSettled)
      await activateVersion(client, { versionId: activeId !== null && isPromoted ? activeId : defaultId, isPromoted })
  })

/** Rows of versions never change but for their role, so they are read only where other versions are in use than before. */
async function readInUse(pool: Pool, database: PrismaClient, before: ModelsInUse | null): Promise<ModelsInUse> {
  const { activeId, shownId, isShownComplete, isPromoted } = await readSelection(pool)
  if (before !== null && before.active.id === activeId && before.shown.id === shownId) {
    const isSame = before.isShownComplete === isShownComplete && before.isPromoted === isPromoted
    return isSame ? before : { ...before, isShownComplete, isPromoted }
  }
  const rows = await database.modelVersion.findMany({
    where: { id: { in: [activeId ?? '', shownId ?? ''].filter(Boolean) } },
  })
  const [active, shown] = [activeId, shownId].map(id => rows.find(row => row.id === id))
  if (active === undefined || shown === undefined) throw new Error('The database does not know which model is in use.')
  return { active, shown, isShownComplete, isPromoted }
}
