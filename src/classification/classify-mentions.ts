import type { Pool } from 'pg'
import { waitForMerge } from '../entities/merging/lock-merging.ts'
import type { EntityNames } from '../entities/read-names.ts'
import type { RequestOptions, Scores } from '../ml/network/classifier.ts'
import type { AnsweringModel, AnsweringModels } from '../models/answering-models.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { DEADLOCK, failureCode, isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import type { Storage } from '../storage/storage.ts'
import { type CanonicalNames, withCanonicalName } from './canonical-names.ts'
import type { CheckedRequest } from './check-request.ts'
import { type DistinctMention, distinctMentions } from './distinct-mentions.ts'
import { withExportedTweets } from './exported-tweets.ts'
import { readStored, type StoredMention } from './read-stored.ts'
import type { StoredClassification } from './request.ts'
import { LostClaimError, RenamedEntityError } from './retry-reasons.ts'
import { score } from './score.ts'
import { answerOf } from './stored-row.ts'
import { takeClaims } from './writing/import-claims.ts'
import { writeBatch } from './writing/write-batch.ts'

/** The database's error code for a classification that summaries would miss; see the migration `model_selection`. */
const SUMMARY_MODEL_CHANGED = 'PM001'
/** PostgreSQL's code of a violated foreign key: undoing an import removed a tweet or an entity between reading and writing. */
const ROW_IS_GONE = '23503'
/** Promotions, merges and undone imports are manual: two of them during one request are very rare. */
const ATTEMPTS = 3

/** One call of the service, or one group of single calls. */
export interface Call {
  /** When its requests were received. */
  readonly now: Date
  readonly options: RequestOptions
  readonly names: CanonicalNames
}

export interface ClassifyDependencies {
  readonly storage: Pick<Storage, 'pool'>
  readonly models: AnsweringModels
  /** Called with new classifications after they were committed. */
  readonly onStored?: (stored: readonly StoredClassification[]) => void
}

/**
 * Answers from stored classifications, and scores and stores the missing ones in one transaction. Same length and order as the requests.
 * All fail with `UNAVAILABLE` if the database cannot be reached.
 */
export async function classifyMentions(
  dependencies: ClassifyDependencies,
  call: Call,
  requests: readonly CheckedRequest[],
): Promise<readonly Result<StoredClassification>[]> {
  try {
    const mentions = distinctMentions(await withExportedTweets(dependencies.storage.pool, requests))
    const distinct = [...new Set(mentions)]
    const answers = await classifyWithRetries(dependencies, call, distinct)
    const answered = new Set<DistinctMention>()
    return mentions.map(mention => {
      const answer = answers(mention)
      // A repetition within the batch receives the classification that its first occurrence stored.
      if (answer.ok && answered.has(mention)) return succeed({ ...answer.value, isNew: false, isRelabelled: false })
      answered.add(mention)
      return answer
    })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    const problem = fail('UNAVAILABLE', unavailableMessage(error))
    return requests.map(() => problem)
  }
}

type Answers = (mention: DistinctMention) => Result<StoredClassification>

/** Repeats the batch if another process has just promoted a model, merged an entity or undone an import. */
async function classifyWithRetries(
  dependencies: ClassifyDependencies,
  call: Call,
  mentions: readonly DistinctMention[],
): Promise<Answers> {
  const { storage, models } = dependencies
  for (let attempt = 1; ; attempt++) {
    try {
      const answers = await models.withCurrent((active, summary) =>
        classifyDistinct(dependencies, call, { active, summary }, mentions),
      )
      return answers.ok ? answers.value : () => answers
    } catch (error) {
      const isOutdated = failureCode(error) === SUMMARY_MODEL_CHANGED || error instanceof RenamedEntityError
      const isGone = error instanceof LostClaimError || failureCode(error) === ROW_IS_GONE
      const isDeadlock = failureCode(error) === DEADLOCK
      if (!(isOutdated || isGone || isDeadlock) || attempt === ATTEMPTS) throw error
      // Only a merge locks rows in a different order.
      if (isDeadlock) await waitForMerge(storage.pool)
      call.names.forget()
      if (isOutdated) await models.refresh()
    }
  }
}

interface CurrentModels {
  readonly active: AnsweringModel
  /** Null if it is the active model. */
  readonly summary: AnsweringModel | null
}

/** Repeated calls and resumed imports need no inference: their mentions are stored already. */
async function classifyDistinct(
  { storage, onStored }: ClassifyDependencies,
  { now, names, options }: Call,
  { active, summary }: CurrentModels,
  mentions: readonly DistinctMention[],
): Promise<Answers> {
  const canonicalNames = names.of(mentions.map(({ request }) => request))
  const unscored = { pool: storage.pool, mentions, canonicalNames, options }
  const [canonical, byActive, bySummary] = await Promise.all([
    canonicalNames,
    scoreMissing(unscored, active),
    summary === null ? null : scoreMissing(unscored, summary),
  ])
  const problem = [byActive, bySummary].find(scored => scored?.scores.ok === false)?.scores
  const scoresOf = (scored: ScoredMentions | null, { key }: DistinctMention) =>
    problem !== undefined || !scored?.scores.ok ? null : (scored.scores.value.get(key) ?? null)
  const isStored = ({ key }: DistinctMention) => byActive.stored.get(key)?.classification != null
  const own = await takeClaims(storage.pool, mentions, byActive.stored)
  const { written, labelled } = await writeBatch(
    {
      pool: storage.pool,
      modelVersionId: active.modelVersionId,
      summaryVersionId: summary?.modelVersionId ?? null,
      now,
    },
    mentions
      .map(mention => ({
        mention: withCanonicalRequest(mention, canonical),
        tweet: byActive.stored.get(mention.key)?.tweet ?? null,
        scores: scoresOf(byActive, mention),
        summaryScores: scoresOf(bySummary, mention),
      }))
      .filter(
        ({ mention, scores, summaryScores }) =>
          scores !== null || summaryScores !== null || (isStored(mention) && mention.request.importedLabel !== null),
      ),
  )
  onStored?.([...written.values()].filter(({ isNew }) => isNew))
  return mention => {
    const before = byActive.stored.get(mention.key)?.classification
    if (before) return succeed({ ...answerOf(before, own.has(mention.key)), isRelabelled: labelled.has(mention.key) })
    if (problem !== undefined && !problem.ok) return problem
    const answer = written.get(mention.key)
    if (answer === undefined) throw new Error('A classification that was just written cannot be read.')
    const scores = scoresOf(byActive, mention)
    if (!answer.isNew || scores === null) return succeed({ ...answer, isRelabelled: labelled.has(mention.key) })
    const { unknownTokenShare, isTruncated, unreadReason } = scores
    const { entity } = withCanonicalRequest(mention, canonical).request
    const { id: tweetId, countedAt, isUndated } = answer.tweet
    const { modelVersionId } = active
    const row = {
      tweetId,
      modelVersionId,
      entityName: entity ?? '',
      unknownTokenShare,
      isTruncated,
      unreadReason,
      countedAt,
      isUndated,
      createdAt: now,
    }
    return succeed({ ...answer, written: row })
  }
}

interface ScoredMentions {
  readonly stored: ReadonlyMap<string, StoredMention>
  /** By key, for the mentions that this model had not classified. */
  readonly scores: Result<ReadonlyMap<string, Scores>>
}

interface Unscored {
  readonly pool: Pool
  readonly mentions: readonly DistinctMention[]
  readonly canonicalNames: Promise<ReadonlyMap<string, EntityNames>>
  readonly options: RequestOptions
}

async function scoreMissing(
  { pool, mentions, canonicalNames, options }: Unscored,
  { classifier, modelVersionId }: AnsweringModel,
): Promise<ScoredMentions> {
  const [stored, names] = await Promise.all([readStored(pool, mentions, modelVersionId), canonicalNames])
  const missing = mentions.filter(({ key }) => stored.get(key)?.classification == null)
  const scores = await score(
    classifier,
    missing.map(({ request }) => withCanonicalName(request, names)),
    options,
  )
  if (!scores.ok) return { stored, scores }
  return { stored, scores: succeed(new Map(scores.value.map((value, index) => [missing[index]?.key ?? '', value]))) }
}

function withCanonicalRequest(mention: DistinctMention, names: ReadonlyMap<string, EntityNames>): DistinctMention {
  const request = withCanonicalName(mention.request, names)
  return request === mention.request ? mention : { ...mention, request }
}
