import type { ClassificationRequest } from './request.ts'

/** One tweet as a client sends it. An omitted, null or blank value is absent. */
interface ClassifyInput {
  readonly text: string
  readonly entity?: string | null | undefined
  readonly externalId?: string | null | undefined
  readonly postedAt?: Date | null | undefined
  readonly author?: string | null | undefined
}

/** Converts an input to a request, whose values the service checks. */
export function readClassifyInput(input: ClassifyInput): ClassificationRequest {
  const externalId = given(input.externalId)
  return {
    text: input.text,
    entity: given(input.entity),
    source: externalId === null ? { kind: 'none' } : { kind: 'external', externalId },
    postedAt: input.postedAt ?? null,
    author: given(input.author),
    importedLabel: null,
  }
}

const given = (value: string | null | undefined) => (value == null || value.trim() === '' ? null : value)
