import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { findEntities } from '../entities/find-entity.ts'
import type { Gain } from '../ml/adaptation/gain.ts'
import { modelManifestSchema } from '../ml/network/manifest.ts'
import { type ModelFolder, readUsableModels } from '../models/read-models.ts'
import { registerModels } from '../models/register-models.ts'
import type { ModelRegistry, ModelVersion } from '../models/service.ts'
import { fail, type Problem, type ProblemCode, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { Log, Storage } from '../storage/storage.ts'
import { inTransaction } from '../storage/transaction.ts'
import { type MadeVersion, makeVersion } from './make-version.ts'
import { labelWeights, readLabels, type StoredLabel } from './read-labels.ts'
import { refusalMessage } from './refusal-message.ts'
import { versionName } from './version-name.ts'

interface AdaptationRequest {
  /** Null for the active version. */
  readonly modelId: string | null
  /** Names or aliases; labels about any entity count without one. */
  readonly entities: readonly string[]
  /** Of the new version; null chooses one. */
  readonly name: string | null
  /** Its folder; null for one of its name beside the other models. */
  readonly directory?: string | null
  readonly command: string
  readonly signal?: AbortSignal
}

interface AdaptationOutcome {
  /** The new version; null if nothing was changed. */
  readonly model: ModelVersion | null
  /** What the labels say; null if it was not measured. */
  readonly gain: Gain | null
  /** Why nothing was changed. */
  readonly problem: Problem | null
}

/** Makes versions of models from the labels of the store. */
export interface Adaptations {
  /** One at a time. The new version is registered and not promoted. */
  adapt(request: AdaptationRequest): Promise<AdaptationOutcome>
}

export interface AdaptationsOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly registry: Pick<ModelRegistry, 'resolveAnswering'>
  /** Directories of models; the first one gets the new versions. */
  readonly directories: readonly string[]
  readonly now: () => Date
  readonly log: Log
}

export function createAdaptations(options: AdaptationsOptions): Adaptations {
  let isRunning = false
  return {
    async adapt(request) {
      if (isRunning) {
        return refused(problemOf('OVERLOADED', 'Another adaptation is running; try again when it has ended.'))
      }
      isRunning = true
      try {
        return await adapt(options, request)
      } finally {
        isRunning = false
      }
    },
  }
}

const problemOf = (code: ProblemCode, message: string, field: Problem['field'] = null): Problem => ({
  code,
  message,
  field,
})

const refused = (problem: Problem, gain: Gain | null = null): AdaptationOutcome => ({ model: null, gain, problem })

async function adapt(options: AdaptationsOptions, request: AdaptationRequest): Promise<AdaptationOutcome> {
  const { storage, directories, now, log } = options
  const folders = await readUsableModels(directories, log)
  const parent = await parentOf(options, request.modelId, folders)
  if (!parent.ok) return refused(parent.problem)
  const directory = directories[0] ?? '.'
  const name = nameOf(request.name, parent.value, directory, folders)
  if (!name.ok) return refused(name.problem)
  const { entities, unknownNames } = await findEntities(storage.prisma, request.entities)
  if (unknownNames.length > 0) {
    const names = unknownNames.map(unknown => JSON.stringify(unknown)).join(', ')
    return refused(problemOf('NOT_FOUND', `No entity has the name ${names}; \`entities\` lists them.`, ['entities']))
  }
  const labels = await readLabels(storage.pool, request.entities.length === 0 ? null : entities.map(({ id }) => id))
  const weights = labelWeights(labels)
  const mentions = labels.map(({ externalId, text, entity, aliases, label }, index) => ({
    id: externalId,
    text,
    entity,
    aliases,
    label,
    weight: weights[index] ?? 1,
  }))
  try {
    const made = await makeVersion({
      parent: parent.value,
      mentions,
      name: name.value,
      directory: request.directory ?? join(directory, name.value),
      labelSource: 'STORE',
      dataset: 'labels',
      command: request.command,
      now: now(),
      signal: request.signal,
    })
    if (!made.isAdapted) {
      const gain = 'gain' in made ? made.gain : null
      return refused(problemOf('CONFLICT', refusalMessage(made)), gain)
    }
    return { model: await register(options, made, labels), gain: made.report, problem: null }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    log(`A model cannot be adapted. ${error.message}`)
    return refused(
      problemOf(
        'UNAVAILABLE',
        'The new version cannot be written or its parent cannot be read; the log of the server has the reason. PULSO_MODELS must name a writable directory.',
      ),
    )
  }
}

/** An adapted version is made again from its parent, so that all labels are fitted and tested in the same way. */
async function parentOf(
  { registry }: AdaptationsOptions,
  modelId: string | null,
  folders: readonly ModelFolder[],
): Promise<Result<ModelFolder>> {
  const version = await registry.resolveAnswering(modelId)
  if (!version.ok) return version
  const given = folders.find(folder => folder.version === version.value.version)
  const wanted = given?.adaptation?.parentVersion ?? version.value.version
  const parent = folders.find(folder => folder.version === wanted)
  if (parent !== undefined) return succeed(parent)
  return fail('UNAVAILABLE', `The folder of ${wanted} is missing. Restore it, or adapt another version.`, ['modelId'])
}

/** A model of any directory keeps its name: by its name, an included one is the default. */
function nameOf(
  given: string | null,
  parent: ModelFolder,
  directory: string,
  folders: readonly ModelFolder[],
): Result<string> {
  if (given === null) return succeed(versionName(directory, parent.manifest.name))
  if (!modelManifestSchema.shape.name.safeParse(given).success) {
    return fail('INVALID', 'name must consist of lower-case letters, digits and hyphens, such as gaming-feed.', [
      'name',
    ])
  }
  const isTaken = folders.some(({ manifest }) => manifest.name === given)
  if (isTaken || existsSync(join(directory, given, 'manifest.json'))) {
    return fail('CONFLICT', `A model ${given} exists already; choose another name.`, ['name'])
  }
  return succeed(given)
}

type Adapted = Extract<MadeVersion, { readonly isAdapted: true }>

const INSERT_ANSWERS = `
  INSERT INTO cross_fitted_answer (model_version_id, tweet_id, entity_id, label, is_uncertain)
  SELECT $1, given.tweet_id, given.entity_id, given.label, given.is_uncertain
  FROM unnest($2::uuid[], $3::uuid[], $4::label[], $5::boolean[]) AS given (tweet_id, entity_id, label, is_uncertain)
  JOIN tweet ON tweet.id = given.tweet_id
  ON CONFLICT DO NOTHING`

/** Without its cross-fitted answers, a version's labels are no evidence of its errors: a crash in between does no harm. */
async function register(
  { storage: { pool, prisma }, now }: AdaptationsOptions,
  { folder, answers }: Adapted,
  labels: readonly StoredLabel[],
): Promise<ModelVersion> {
  await registerModels({ database: prisma, models: [folder], now: now(), createId: uuidv7 })
  const version = await prisma.modelVersion.findUniqueOrThrow({ where: { version: folder.version } })
  const fitted = labels.flatMap((label, index) => {
    const answer = answers[index]
    return answer == null ? [] : [{ ...label, answer }]
  })
  await inTransaction(pool, client =>
    client.query(INSERT_ANSWERS, [
      version.id,
      fitted.map(({ tweetId }) => tweetId),
      fitted.map(({ entityId }) => entityId),
      fitted.map(({ answer }) => answer.label),
      fitted.map(({ answer }) => answer.isUncertain),
    ]),
  )
  return version
}
