import type { Pool } from 'pg'
import type { EntityNames } from '../entities/read-names.ts'
import type { Mention, RequestOptions, Scores } from '../ml/network/classifier.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { isUnavailable } from '../storage/connection-failure.ts'
import { createCanonicalNames, withCanonicalName } from './canonical-names.ts'
import { type CheckedMention, type CheckedRequest, checkMention, checkRequest } from './check-request.ts'
import { type ClassifyDependencies, classifyMentions } from './classify-mentions.ts'
import { forValid } from './for-valid.ts'
import { createGroupCommit } from './group-commit.ts'
import type { ClassificationRequest, StoredClassification } from './request.ts'
import { score } from './score.ts'

/** Classifies mentions for GraphQL, REST, the command line and imports. */
export interface ClassificationService {
  /**
   * Scores without storing, with the active version unless another one is named. Same length and order as the input. Each mention fails on
   * its own; all fail with `UNAVAILABLE` if the model cannot be loaded.
   */
  predict(
    mentions: readonly Mention[],
    version?: string | null,
    options?: RequestOptions,
  ): Promise<readonly Result<Scores>[]>
  /**
   * Scores and stores. Commits before it returns: a returned classification survives `kill -9`. Same length and order as the input; each
   * request fails on its own. Single requests that arrive at the same time share a transaction.
   */
  classify(
    requests: readonly ClassificationRequest[],
    options?: RequestOptions,
  ): Promise<readonly Result<StoredClassification>[]>
}

export interface ClassificationServiceOptions extends ClassifyDependencies {
  readonly now: () => Date
  /** Single requests that may wait before more are refused; unlimited if omitted. */
  readonly maxWaiting?: number
}

/** The limit of one `classifyBatch` call. */
const LARGEST_GROUP = 100
/** The model scores one group while another is written. */
const GROUPS_AT_ONCE = 2

/**
 * Each call of `classify` is one transaction; up to a thousand requests a call work well. Calls with one request that arrive at the same
 * time share a transaction, because a transaction costs far more than a row in it.
 */
export function createClassificationService(serviceOptions: ClassificationServiceOptions): ClassificationService {
  const { storage, models, now, maxWaiting = Number.POSITIVE_INFINITY } = serviceOptions
  const names = createCanonicalNames(storage.pool)
  const classifyInGroup = createGroupCommit<CheckedRequest, StoredClassification>({
    work: group => classifyMentions(serviceOptions, { now: now(), options: {}, names }, group),
    largestGroup: LARGEST_GROUP,
    width: GROUPS_AT_ONCE,
    maxItems: maxWaiting,
  })
  return {
    predict: (mentions, version = null, options = undefined) =>
      forValid(mentions.map(checkMention), async checked => {
        const canonical = await namesForPrediction(storage.pool, checked)
        const named = checked.map(mention => withCanonicalName(mention, canonical))
        const scores = await models.withVersion(version, classifier => score(classifier, named, options))
        const failed = scores.ok ? scores.value : scores
        return scores.ok && scores.value.ok
          ? scores.value.value.map(succeed)
          : checked.map(() => failed as Result<never>)
      }),
    classify: (requests, options = {}) => {
      const received = now()
      return forValid(
        requests.map(request => checkRequest(request, received)),
        async checked => {
          const [only, ...others] = checked
          return only === undefined || others.length > 0 || options.isBulk === true
            ? classifyMentions(serviceOptions, { now: received, options, names }, checked)
            : [await classifyInGroup(only, options.signal)]
        },
      )
    },
  }
}

/** Predictions work without the database: during an outage, names are used as given and aliases are not resolved. Caches nothing. */
const namesForPrediction = (pool: Pool, mentions: readonly CheckedMention[]) =>
  createCanonicalNames(pool)
    .of(mentions)
    .catch((error: unknown) => {
      if (!isUnavailable(error)) throw error
      return new Map<string, EntityNames>()
    })
