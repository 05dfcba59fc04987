import type { Pool } from 'pg'
import { waitForMerge } from '../entities/merging/lock-merging.ts'
import type { Asking, Scores } from '../ml/network/classifier.ts'
import type { AnsweringModel, AnsweringModels } from '../models/answering-models.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { DEADLOCK, failureCode, isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import type { Storage } from '../storage/storage.ts'
import { type CanonicalNames, withCanonicalName } from './canonical-names.ts'
import type { CheckedRequest } from './check-request.ts'
import { type DistinctMention, distinctMentions } from './distinct-mentions.ts'
import { readStored, type StoredMention } from './read-stored.ts'
import type { StoredClassification } from './request.ts'
import { LostClaimError, RenamedEntityError } from './retry-reasons.ts'
import { score } from './score.ts'
import { answerOf } from './stored-row.ts'
import { takeClaims } from './writing/import-claims.ts'
import { writeBatch } from './writing/write-batch.ts'

/** The error code of the database for a classification that summaries would miss; see the migration `model_selection`. */
const SHOWN_MODEL_CHANGED = 'PM001'
/** A tweet or an entity was removed between reading and writing: an import was undone. */
const ROW_IS_GONE = '23503'
/** People promote models, merge entities and undo imports: two of these during one request are very rare. */
const ATTEMPTS = 3

/** One call of the service, or one group of single calls. */
export interface Call {
  /** When its requests were received. */
  readonly now: Date
  readonly asking: Asking
  readonly names: CanonicalNames
}

export interface Classifying {
  readonly storage: Pick<Storage, 'pool'>
  readonly models: AnsweringModels
  /** Called with new classifications after they were committed. */
  readonly onStored?: (stored: readonly StoredClassification[]) => void
}

/** Scores and stores in one transaction what is not stored yet. Same length and order as the requests. */
export async function classifyMentions(
  classifying: Classifying,
  call: Call,
  requests: readonly CheckedRequest[],
): Promise<readonly Result<StoredClassification>[]> {
  const mentions = distinctMentions(requests)
  const distinct = [...new Set(mentions)]
  try {
    const answers = await classifyByCurrent(classifying, call, distinct)
    const answered = new Set<DistinctMention>()
    return mentions.map(mention => {
      const answer = answers(mention)
      // A repetition within the batch finds what its first mention stored.
      if (answer.ok && answered.has(mention)) return succeed({ ...answer.value, isNew: false })
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
async function classifyByCurrent(
  classifying: Classifying,
  call: Call,
  mentions: readonly DistinctMention[],
): Promise<Answers> {
  const { storage, models } = classifying
  for (let attempt = 1; ; attempt++) {
    try {
      const answers = await models.withCurrent((active, shown) =>
        classifyDistinct(classifying, call, { active, shown }, mentions),
      )
      return answers.ok ? answers.value : () => answers
    } catch (error) {
      const isOutdated = failureCode(error) === SHOWN_MODEL_CHANGED || error instanceof RenamedEntityError
      const isGone = error instanceof LostClaimError || failureCode(error) === ROW_IS_GONE
      const isCrossed = failureCode(error) === DEADLOCK
      if (!(isOutdated || isGone || isCrossed) || attempt === ATTEMPTS) throw error
      // Only a merge locks rows in another order.
      if (isCrossed) await waitForMerge(storage.pool)
      call.names.forget()
      if (isOutdated) await models.refresh()
    }
  }
}

interface Answering {
  readonly active: AnsweringModel
  /** Null if summaries show the active model. */
  readonly shown: AnsweringModel | null
}

/** What is stored already needs no inference: repeats, and imports that are resumed. */
async function classifyDistinct(
  { storage, onStored }: Classifying,
  { now, names, asking }: Call,
  { active, shown }: Answering,
  mentions: readonly DistinctMention[],
): Promise<Answers> {
  const naming = names.of(mentions.map(({ request }) => request))
  const unscored = { pool: storage.pool, mentions, naming, asking }
  const [canonical, byActive, byShown] = await Promise.all([
    naming,
    scoreUnknown(unscored, active),
    shown === null ? null : scoreUnknown(unscored, shown),
  ])
  const problem = [byActive, byShown].find(scored => scored?.scores.ok === false)?.scores
  const scoresOf = (scored: ScoredMentions | null, { key }: DistinctMention) =>
    problem !== undefined || !scored?.scores.ok ? null : (scored.scores.value.get(key) ?? null)
  const isStored = ({ key }: DistinctMention) => byActive.stored.get(key)?.classification != null
  const own = await takeClaims(storage.pool, mentions, byActive.stored)
  const written = await writeBatch(
    { pool: storage.pool, modelVersionId: active.modelVersionId, shownVersionId: shown?.modelVersionId ?? null, now },
    mentions
      .map(mention => ({
        mention: withCanonicalRequest(mention, canonical),
        tweet: byActive.stored.get(mention.key)?.tweet ?? null,
        scores: scoresOf(byActive, mention),
        shownScores: scoresOf(byShown, mention),
      }))
      .filter(
        ({ mention, scores, shownScores }) =>
          scores !== null || shownScores !== null || (isStored(mention) && mention.request.importedLabel !== null),
      ),
  )
  onStored?.([...written.values()].filter(({ isNew }) => isNew))
  return mention => {
    const before = byActive.stored.get(mention.key)?.classification
    if (before) return succeed(answerOf(before, own.has(mention.key)))
    if (problem !== undefined && !problem.ok) return problem
    const answer = written.get(mention.key)
    if (answer === undefined) throw new Error('A classification that was just written cannot be read.')
    const scores = scoresOf(byActive, mention)
    if (!answer.isNew || scores === null) return succeed(answer)
    const { unknownTokenShare, isTruncated } = scores
    const { entity } = withCanonicalRequest(mention, canonical).request
    const { modelVersionId } = active
    const row = { modelVersionId, entityName: entity ?? '', unknownTokenShare, isTruncated, createdAt: now }
    return succeed({ ...answer, written: row })
  }
}

interface ScoredMentions {
  readonly stored: ReadonlyMap<string, StoredMention>
  /** By key, of the mentions that this model had not classified. */
  readonly scores: Result<ReadonlyMap<string, Scores>>
}

interface Unscored {
  readonly pool: Pool
  readonly mentions: readonly DistinctMention[]
  readonly naming: Promise<ReadonlyMap<string, string>>
  readonly asking: Asking
}

async function scoreUnknown(
  { pool, mentions, naming, asking }: Unscored,
  { classifier, modelVersionId }: AnsweringModel,
): Promise<ScoredMentions> {
  const [stored, names] = await Promise.all([readStored(pool, mentions, modelVersionId), naming])
  const unknown = mentions.filter(({ key }) => stored.get(key)?.classification == null)
  const scores = await score(
    classifier,
    unknown.map(({ request }) => withCanonicalName(request, names)),
    asking,
  )
  if (!scores.ok) return { stored, scores }
  return { stored, scores: succeed(new Map(scores.value.map((value, index) => [unknown[index]?.key ?? '', value]))) }
}

function withCanonicalRequest(mention: DistinctMention, names: ReadonlyMap<string, string>): DistinctMention {
  const request = withCanonicalName(mention.request, names)
  return request === mention.request ? mention : { ...mention, request }
}
