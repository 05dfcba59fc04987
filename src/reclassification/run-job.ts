import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { fillLanguages } from '../classification/writing/fill-languages.ts'
import { writeClassifications } from '../classification/writing/write-classifications.ts'
import { lockEntities } from '../entities/lock-entities.ts'
import { LostJobError, type Runner } from '../jobs/lease.ts'
import { rest } from '../jobs/priority.ts'
import { OverloadedError, type Scores } from '../ml/network/classifier.ts'
import { stopWriting } from '../models/coverage.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import { lockSelection } from '../models/read-selection.ts'
import { refreshStatistics } from '../storage/refresh-statistics.ts'
import type { Storage } from '../storage/storage.ts'
import { inTransaction } from '../storage/transaction.ts'
import { advanceJob, type ClaimedJob, type Progress, RECLASSIFICATION_LEASES } from './claim-job.ts'
import { completeJob } from './complete-job.ts'
import { countPairs, readMissing, readPage, type StoredPair } from './read-pairs.ts'

export interface JobContext {
  readonly storage: Pick<Storage, 'pool'>
  readonly loaded: Pick<LoadedModels, 'use'>
  readonly runner: Runner
  /** Pairs in one transaction. */
  readonly batchSize: number
  /** Working time over all time, above 0 up to 1; requests use the rest. */
  readonly dutyCycle: number
  readonly now: () => Date
  /** Stops the job, which can be resumed. */
  readonly signal: AbortSignal
  readonly onProgress?: (processed: number, total: number) => void
}

const OVERLOADED_PAUSE_MS = 200
/** Attempts to finish without classifying mentions while writers wait. */
const PATIENT_ATTEMPTS = 5

/** The version's weights cannot be loaded; the message is one sentence. */
class LostModelError extends Error {}

/**
 * Runs a job from its cursor to its end. It classifies all stored pairs in the order of their keys, then pairs that were stored meanwhile. The
 * last of those are classified while writes are blocked. Each batch is one transaction with the cursor, so a job can be killed at any time and
 * resumed. Stops at the signal, or if the job was canceled or taken over. Throws if the database cannot be reached.
 */
export async function runJob(context: JobContext, job: ClaimedJob): Promise<void> {
  const { storage, runner, now, signal } = context
  // Renews the lease in the background, because some statements read a whole index and a full queue delays batches.
  const stopHeartbeat = RECLASSIFICATION_LEASES.keep(storage.pool, job.id, runner)
  try {
    const processed = await walkAll(context, job)
    // Before summaries read the new rows.
    if (!signal.aborted) await refreshStatistics(storage.pool, processed)
    let isComplete = false
    for (let attempt = 1; !isComplete && !signal.aborted; attempt++) {
      isComplete = await finish(context, job, attempt <= PATIENT_ATTEMPTS)
    }
  } catch (error) {
    if (error instanceof LostJobError) return
    if (!(error instanceof LostModelError)) throw error
    const end = { status: 'FAILED', failure: error.message, now: now() } as const
    await RECLASSIFICATION_LEASES.end(storage.pool, job.id, runner, end)
    return
  } finally {
    stopHeartbeat()
  }
  if (signal.aborted) await RECLASSIFICATION_LEASES.release(storage.pool, job.id, runner)
}

/** Returns the number of processed pairs, including those of earlier runs. */
async function walkAll(context: JobContext, job: ClaimedJob): Promise<number> {
  const { storage, batchSize, signal, onProgress } = context
  const total = job.total ?? (await setTotal(storage.pool, job.id))
  let { cursor, processed } = job
  onProgress?.(processed, total)
  while (!signal.aborted) {
    const startedAt = performance.now()
    const page = await readPage(storage.pool, cursor, job.modelVersionId, batchSize)
    const last = page.at(-1)
    if (last === undefined) break
    const todo = page.filter(({ isClassified }) => !isClassified)
    await writeBatch(context, job, todo, { processed: page.length, cursor: last })
    cursor = last
    processed += page.length
    onProgress?.(processed, Math.max(processed, total))
    await rest(performance.now() - startedAt, context.dutyCycle, signal)
  }
  return processed
}

/**
 * Returns true when the job is complete. Classifies missing pairs before it blocks writers. A patient attempt gives up if new ones have
 * appeared; an impatient one classifies them while writers wait.
 */
async function finish(context: JobContext, job: ClaimedJob, isPatient: boolean): Promise<boolean> {
  const { storage, batchSize, runner, now, signal } = context
  for (let isMore = true; isMore && !signal.aborted; ) {
    const missing = await readMissing(storage.pool, job.modelVersionId, batchSize)
    await writeBatch(context, job, missing, { processed: missing.length, cursor: null })
    isMore = missing.length === batchSize
  }
  const isComplete = await whenNotOverloaded(signal, () =>
    inTransaction(storage.pool, async client => {
      await lockSelection(client)
      await stopWriting(client)
      const missing = await readMissing(client, job.modelVersionId, batchSize)
      if (isPatient && missing.length > 0) return false
      const scores = await scoresOf(context, job, missing)
      await store(context, client, job, missing, scores, { processed: missing.length, cursor: null })
      if (missing.length === batchSize) return false
      await completeJob(client, job, runner, now())
      return true
    }),
  )
  return isComplete ?? false
}

type Step = Pick<Progress, 'processed' | 'cursor'>

/** Scores and stores a batch, in one transaction with the progress that it makes. */
async function writeBatch(
  context: JobContext,
  job: ClaimedJob,
  pairs: readonly StoredPair[],
  step: Step,
): Promise<void> {
  const scores = await whenNotOverloaded(context.signal, () => scoresOf(context, job, pairs))
  if (scores === null) return
  await inTransaction(context.storage.pool, client => store(context, client, job, pairs, scores, step))
}

async function scoresOf(
  { loaded }: JobContext,
  { version }: ClaimedJob,
  pairs: readonly StoredPair[],
): Promise<readonly Scores[]> {
  if (pairs.length === 0) return []
  const scores = await loaded.use(version, classifier => classifier.classify(pairs, { isBulk: true }))
  if (scores.ok) return scores.value
  throw scores.problem.code === 'OVERLOADED' ? new OverloadedError() : new LostModelError(scores.problem.message)
}

async function store(
  { runner, now }: JobContext,
  client: PoolClient,
  { id, modelVersionId }: ClaimedJob,
  pairs: readonly StoredPair[],
  scores: readonly Scores[],
  step: Step,
): Promise<void> {
  // Pairs whose entity was merged since they were read are skipped. The end of the job finds them under their new entity.
  const entities = await lockEntities(
    client,
    pairs.map(({ entityId }) => entityId),
  )
  const scored = pairs.flatMap(({ tweetId, entityId, countedAt, isUndated }, index) => {
    if (!entities.has(entityId)) return []
    const [found, key] = [scores[index], `${tweetId} ${entityId}`]
    if (found === undefined) throw new Error(`The model returned ${scores.length} scores for ${pairs.length} texts.`)
    return { key, tweet: { id: tweetId, countedAt, isUndated }, entityId, scores: found }
  })
  await fillLanguages(
    client,
    scored.map(({ tweet, scores: { language } }) => ({ tweetId: tweet.id, language })),
  )
  const written = await writeClassifications(client, scored, modelVersionId, now())
  // A classification that another process stored first does not count.
  const succeeded = [...written.values()].filter(({ isNew }) => isNew).length
  await advanceJob(client, id, runner, { ...step, succeeded })
}

/** Retries with pauses while the model is overloaded; null if the signal aborts first. */
async function whenNotOverloaded<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  while (!signal.aborted) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof OverloadedError)) throw error
      await paused(OVERLOADED_PAUSE_MS, signal)
    }
  }
  return null
}

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, undefined, { signal }).catch(() => {})

async function setTotal(pool: Pool, jobId: string): Promise<number> {
  const total = await countPairs(pool)
  await pool.query('UPDATE reclassification SET total = $2 WHERE id = $1', [jobId, total])
  return total
}
