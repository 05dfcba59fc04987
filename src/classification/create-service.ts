import type { Pool } from 'pg'
import { waitForMerge } from '../entities/merging/lock-merging.ts'
import type { Asking, Scores } from '../ml/network/classifier.ts'
import type { AnsweringModel, AnsweringModels } from '../models/answering-models.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { DEADLOCK, failureCode, isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import type { Storage } from '../storage/storage.ts'
import { type AskedNames, createAskedNames, withAskedName } from './canonical-names.ts'
import { type CheckedMention, type CheckedRequest, checkMention, checkRequest } from './check-request.ts'
import { type DistinctMention, distinctMentions } from './distinct-mentions.ts'
import { forValid } from './for-valid.ts'
import { createGroupCommit } from './group-commit.ts'
import { readStored, type StoredMention } from './read-stored.ts'
import { RenamedEntityError } from './renamed-entity.ts'
import { score } from './score.ts'
import type { ClassificationService, StoredClassification } from './service.ts'
import { answerOf } from './stored-row.ts'
import { LostShareError, takeShares } from './writing/import-shares.ts'
import { writeBatch } from './writing/write-batch.ts'

export interface ClassificationServiceOptions {
  readonly storage: Pick<Storage, 'pool'>
  readonly models: AnsweringModels
  readonly now: () => Date
  /** Told of what was stored and had not been there, after it was committed. */
  readonly onStored?: (stored: readonly StoredClassification[]) => void
  /** Single requests that may wait to be stored before more are refused. */
  readonly maxWaiting?: number
}

/** What one call of `classifyBatch` may hold as well. */
const LARGEST_GROUP = 100
/** One group asks the model while the other is written. */
const GROUPS_AT_ONCE = 2

/** What the database says to a classification that summaries would miss; see the migration `model_selection`. */
const SHOWN_MODEL_CHANGED = 'PM001'
/** A tweet or an entity that was found is gone when something is stored about it: an import was undone in between. */
const ROW_IS_GONE = '23503'
/** Models are promoted, entities merged and imports undone by people: twice within one request is already a wonder. */
const ATTEMPTS = 3

type ClassifyingOptions = ClassificationServiceOptions & { readonly names: AskedNames; readonly asking?: Asking }

/**
 * The service on a database and the models in use. Each call of `classify` is one transaction; a thousand requests suit both. Calls with
 * one request that come at the same time share one, because a transaction costs far more than a row in it.
 */
export function createClassificationService(options: ClassificationServiceOptions): ClassificationService {
  const { storage, models, now, maxWaiting = Number.POSITIVE_INFINITY } = options
  const names = createAskedNames(storage.pool)
  const classifying = { ...options, names }
  const gathered = createGroupCommit<CheckedRequest, StoredClassification>({
    work: group => classifyChecked(classifying, group, now()),
    largestGroup: LARGEST_GROUP,
    width: GROUPS_AT_ONCE,
    maxItems: maxWaiting,
  })
  return {
    predict: (mentions, version = null, asking = undefined) =>
      forValid(mentions.map(checkMention), async checked => {
        const asked = await namesForPrediction(storage.pool, checked)
        const named = checked.map(mention => withAskedName(mention, asked))
        const scores = await models.withVersion(version, classifier => score(classifier, named, asking))
        const failed = scores.ok ? scores.value : scores
        return scores.ok && scores.value.ok
          ? scores.value.value.map(succeed)
          : checked.map(() => failed as Result<never>)
      }),
    classify: (requests, asking = {}) => {
      const received = now()
      return forValid(
        requests.map(request => checkRequest(request, received)),
        async checked => {
          const [only, ...others] = checked
          return only === undefined || others.length > 0 || asking.isBulk === true
            ? classifyChecked({ ...classifying, asking }, checked, received)
            : [await gathered(only, asking.signal)]
        },
      )
    },
  }
}

async function classifyChecked(
  options: ClassifyingOptions,
  requests: readonly CheckedRequest[],
  now: Date,
): Promise<readonly Result<StoredClassification>[]> {
  const mentions = distinctMentions(requests)
  const distinct = [...new Set(mentions)]
  try {
    const answers = await classifyByCurrent(options, distinct, now)
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

/** Where another process promoted a model, merged an entity or undid an import that this one has not heard of or is just about to, the batch is done again with that. */
async function classifyByCurrent(
  options: ClassifyingOptions,
  mentions: readonly DistinctMention[],
  now: Date,
): Promise<Answers> {
  const { storage, models, names } = options
  for (let attempt = 1; ; attempt++) {
    try {
      const answers = await models.withCurrent((active, shown) =>
        classifyDistinct(options, active, shown, mentions, now),
      )
      return answers.ok ? answers.value : () => answers
    } catch (error) {
      const isOutdated = failureCode(error) === SHOWN_MODEL_CHANGED || error instanceof RenamedEntityError
      const isGone = error instanceof LostShareError || failureCode(error) === ROW_IS_GONE
      const isCrossed = failureCode(error) === DEADLOCK
      if (!(isOutdated || isGone || isCrossed) || attempt === ATTEMPTS) throw error
      // Only a merge takes rows in another order than ours.
      if (isCrossed) await waitForMerge(storage.pool)
      names.forget()
      if (isOutdated) await models.refresh()
    }
  }
}

/** What is stored already costs no inference: repeats, and imports that go on where they were stopped. */
async function classifyDistinct(
  { storage, onStored, names, asking }: ClassifyingOptions,
  active: AnsweringModel,
  shown: AnsweringModel | null,
  mentions: readonly DistinctMention[],
  now: Date,
): Promise<Answers> {
  const naming = names.of(mentions.map(({ request }) => request))
  const [askedNames, asked, kept] = await Promise.all([
    naming,
    scoreUnknown(storage, active, mentions, naming, asking),
    shown === null ? null : scoreUnknown(storage, shown, mentions, naming, asking),
  ])
  const problem = [asked, kept].find(scored => scored?.scores.ok === false)?.scores
  const scoresOf = (scored: ScoredMentions | null, { key }: DistinctMention) =>
    problem !== undefined || !scored?.scores.ok ? null : (scored.scores.value.get(key) ?? null)
  const isStored = ({ key }: DistinctMention) => asked.stored.get(key)?.classification != null
  const own = await takeShares(storage.pool, mentions, asked.stored)
  const written = await writeBatch(
    { pool: storage.pool, modelVersionId: active.modelVersionId, shownVersionId: shown?.modelVersionId ?? null, now },
    mentions
      .map(mention => ({
        mention: withAskedRequest(mention, askedNames),
        tweet: asked.stored.get(mention.key)?.tweet ?? null,
        scores: scoresOf(asked, mention),
        shownScores: scoresOf(kept, mention),
      }))
      .filter(
        ({ mention, scores, shownScores }) =>
          scores !== null || shownScores !== null || (isStored(mention) && mention.request.importedLabel !== null),
      ),
  )
  onStored?.([...written.values()].filter(({ isNew }) => isNew))
  return mention => {
    const before = asked.stored.get(mention.key)?.classification
    if (before) return succeed(answerOf(before, own.has(mention.key)))
    if (problem !== undefined && !problem.ok) return problem
    const answer = written.get(mention.key)
    if (answer === undefined) throw new Error('A classification that was just written cannot be read.')
    const scores = scoresOf(asked, mention)
    if (!answer.isNew || scores === null) return succeed(answer)
    const { unknownTokenShare, isTruncated } = scores
    const { entity } = withAskedRequest(mention, askedNames).request
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

async function scoreUnknown(
  storage: ClassificationServiceOptions['storage'],
  { classifier, modelVersionId }: AnsweringModel,
  mentions: readonly DistinctMention[],
  naming: Promise<ReadonlyMap<string, string>>,
  asking: Asking | undefined,
): Promise<ScoredMentions> {
  const [stored, names] = await Promise.all([readStored(storage.pool, mentions, modelVersionId), naming])
  const unknown = mentions.filter(({ key }) => stored.get(key)?.classification == null)
  const scores = await score(
    classifier,
    unknown.map(({ request }) => withAskedName(request, names)),
    asking,
  )
  if (!scores.ok) return { stored, scores }
  return { stored, scores: succeed(new Map(scores.value.map((value, index) => [unknown[index]?.key ?? '', value]))) }
}

function withAskedRequest(mention: DistinctMention, names: ReadonlyMap<string, string>): DistinctMention {
  const request = withAskedName(mention.request, names)
  return request === mention.request ? mention : { ...mention, request }
}

/** Predicting needs no database; without one, aliases are not known and names are taken as they were given. Nothing is remembered here. */
const namesForPrediction = (pool: Pool, mentions: readonly CheckedMention[]) =>
  createAskedNames(pool)
    .of(mentions)
    .catch((error: unknown) => {
      if (!isUnavailable(error)) throw error
      return new Map<string, string>()
    })
