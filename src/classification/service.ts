import type { Pool } from 'pg'
import type { Asking, Mention, Scores } from '../ml/network/classifier.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { isUnavailable } from '../storage/connection-failure.ts'
import { createCanonicalNames, withCanonicalName } from './canonical-names.ts'
import { type CheckedMention, type CheckedRequest, checkMention, checkRequest } from './check-request.ts'
import { type Classifying, classifyMentions } from './classify-mentions.ts'
import { forValid } from './for-valid.ts'
import { createGroupCommit } from './group-commit.ts'
import type { ClassificationRequest, StoredClassification } from './request.ts'
import { score } from './score.ts'

/** The one service that GraphQL, REST, the command line and imports call. */
export interface ClassificationService {
  /**
   * Scores without storing, by the active model unless a version is named. Same length and order as the input; each mention fails on its
   * own, and all fail with `UNAVAILABLE` if the model cannot be loaded.
   */
  predict(mentions: readonly Mention[], version?: string | null, asking?: Asking): Promise<readonly Result<Scores>[]>
  /**
   * Stores before it answers: a returned classification survives `kill -9`. Same length and order; each request fails on its own. Single
   * requests that arrive at the same time are stored together.
   */
  classify(
    requests: readonly ClassificationRequest[],
    asking?: Asking,
  ): Promise<readonly Result<StoredClassification>[]>
}

export interface ClassificationServiceOptions extends Classifying {
  readonly now: () => Date
  /** Single requests that may wait to be stored before more are refused. */
  readonly maxWaiting?: number
}

/** As many as one call of `classifyBatch` may hold. */
const LARGEST_GROUP = 100
/** The model scores one group while the other is written. */
const GROUPS_AT_ONCE = 2

/**
 * The service on a database and the models in use. Each call of `classify` is one transaction; a thousand requests suit both. Calls with
 * one request that arrive at the same time share one, because a transaction costs far more than a row in it.
 */
export function createClassificationService(options: ClassificationServiceOptions): ClassificationService {
  const { storage, models, now, maxWaiting = Number.POSITIVE_INFINITY } = options
  const names = createCanonicalNames(storage.pool)
  const together = createGroupCommit<CheckedRequest, StoredClassification>({
    work: group => classifyMentions(options, { now: now(), asking: {}, names }, group),
    largestGroup: LARGEST_GROUP,
    width: GROUPS_AT_ONCE,
    maxItems: maxWaiting,
  })
  return {
    predict: (mentions, version = null, asking = undefined) =>
      forValid(mentions.map(checkMention), async checked => {
        const canonical = await namesForPrediction(storage.pool, checked)
        const named = checked.map(mention => withCanonicalName(mention, canonical))
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
            ? classifyMentions(options, { now: received, asking, names }, checked)
            : [await together(only, asking.signal)]
        },
      )
    },
  }
}

/** Predicting needs no database: while it is away, aliases are unknown and names are used as given. Nothing is cached here. */
const namesForPrediction = (pool: Pool, mentions: readonly CheckedMention[]) =>
  createCanonicalNames(pool)
    .of(mentions)
    .catch((error: unknown) => {
      if (!isUnavailable(error)) throw error
      return new Map<string, string>()
    })
