import type { RequestOptions } from '../ml/network/classifier.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'
import { forValid } from './for-valid.ts'
import type { ClassificationRequest, StoredClassification } from './request.ts'
import type { ClassificationService } from './service.ts'

/** One tweet as a client sends it. An omitted, null or blank value is absent. */
export interface ClassifyInput {
  readonly text: string
  readonly entity?: string | null | undefined
  readonly externalId?: string | null | undefined
  readonly postedAt?: string | null | undefined
  readonly author?: string | null | undefined
}

/** Converts an input to a request. Only `postedAt` can fail here: the service checks texts and their lengths. */
export function readClassifyInput(input: ClassifyInput): Result<ClassificationRequest> {
  const postedAt = given(input.postedAt)
  const instant = postedAt === null ? null : parseInstant(postedAt)
  if (postedAt !== null && instant === null) {
    return fail('INVALID', `postedAt must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`, ['postedAt'])
  }
  const externalId = given(input.externalId)
  return succeed({
    text: input.text,
    entity: given(input.entity),
    source: externalId === null ? { kind: 'none' } : { kind: 'external', externalId },
    postedAt: instant,
    author: given(input.author),
    importedLabel: null,
  })
}

const given = (value: string | null | undefined) => (value == null || value.trim() === '' ? null : value)

/**
 * Classifies and stores inputs. Same length and order as the input. Each input fails on its own; all valid ones are stored in one transaction.
 */
export const classifyAll = (
  service: ClassificationService,
  inputs: readonly ClassifyInput[],
  { signal }: Pick<RequestOptions, 'signal'>,
): Promise<readonly Result<StoredClassification>[]> =>
  forValid(inputs.map(readClassifyInput), requests => service.classify(requests, { signal }))
