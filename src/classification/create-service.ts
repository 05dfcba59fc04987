import type { Classifier } from '../network/classifier.ts'
import { fail, type Result, succeed } from '../problem.ts'
import { isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import type { Storage } from '../storage/open-storage.ts'
import { type CheckedRequest, checkMention, checkRequest } from './check-request.ts'
import { type DistinctMention, distinctMentions } from './distinct-mentions.ts'
import { forValid } from './for-valid.ts'
import { readStored } from './read-stored.ts'
import { score } from './score.ts'
import type { ClassificationService, StoredClassification } from './service.ts'
import { answerOf } from './stored-row.ts'
import { writeBatch } from './writing/write-batch.ts'

export interface ClassificationServiceOptions {
  readonly storage: Pick<Storage, 'pool'>
  readonly classifier: Classifier
  /** The classifier's row among the model versions. */
  readonly modelVersionId: string
  readonly now: () => Date
}

/** The service on a database and a classifier. Each call of `classify` is one transaction; a thousand requests suit both. */
export function createClassificationService(options: ClassificationServiceOptions): ClassificationService {
  const { classifier, now } = options
  return {
    predict: mentions =>
      forValid(mentions.map(checkMention), async checked => {
        const scores = await score(classifier, checked)
        return scores.ok ? scores.value.map(succeed) : checked.map(() => scores)
      }),
    classify: requests => {
      const received = now()
      return forValid(
        requests.map(request => checkRequest(request, received)),
        checked => classifyChecked(options, checked, received),
      )
    },
  }
}

async function classifyChecked(
  options: ClassificationServiceOptions,
  requests: readonly CheckedRequest[],
  now: Date,
): Promise<readonly Result<StoredClassification>[]> {
  const mentions = distinctMentions(requests)
  const distinct = [...new Set(mentions)]
  try {
    const answers = await classifyDistinct(options, distinct, now)
    return mentions.map((mention, place) => {
      const answer = answers(mention)
      // A repetition within the batch finds what its first mention stored.
      return answer.ok && mentions.indexOf(mention) < place ? succeed({ ...answer.value, isNew: false }) : answer
    })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    const problem = fail('UNAVAILABLE', unavailableMessage(error))
    return requests.map(() => problem)
  }
}

/** What is stored already costs no inference: repeats, and imports that go on where they were stopped. */
async function classifyDistinct(
  { storage, classifier, modelVersionId }: ClassificationServiceOptions,
  mentions: readonly DistinctMention[],
  now: Date,
): Promise<(mention: DistinctMention) => Result<StoredClassification>> {
  const stored = await readStored(storage.pool, mentions, modelVersionId)
  const isStored = ({ key }: DistinctMention) => stored.get(key)?.classification != null
  const unknown = mentions.filter(mention => !isStored(mention))
  const scores = await score(
    classifier,
    unknown.map(({ request }) => request),
  )
  const scored = new Map(scores.ok ? unknown.map(({ key }, index) => [key, scores.value[index]] as const) : [])
  const written = await writeBatch(
    { pool: storage.pool, modelVersionId, now },
    mentions
      .filter(mention => scored.has(mention.key) || (isStored(mention) && mention.request.importedLabel !== null))
      .map(mention => ({
        mention,
        tweet: stored.get(mention.key)?.tweet ?? null,
        scores: scored.get(mention.key) ?? null,
      })),
  )
  return ({ key }) => {
    const before = stored.get(key)?.classification
    if (before) return succeed(answerOf(before, false))
    if (!scores.ok) return scores
    const answer = written.get(key)
    if (answer === undefined) throw new Error('A classification that was just written cannot be read.')
    return succeed(answer)
  }
}
