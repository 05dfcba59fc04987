import { checkEntityName } from '../entities/check-entity-name.ts'
import type { Mention } from '../ml/network/classifier.ts'
import { checkString, MAX_TEXT_LENGTH } from '../problem/check-string.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { NO_ENTITY_KEY } from '../storage/no-entity.ts'
import type { ClassificationRequest, ExportedSource } from './request.ts'

/** Of external ids and authors, in Unicode code points. */
export const MAX_NAME_LENGTH = 255

/** Software writes earlier times if it has none. A single one would stretch every chart over decades. */
const EARLIEST_POST = Date.parse('1970-01-01T00:00:01Z')
/** A client's clock may be fast. */
const CLOCK_TOLERANCE_MS = 24 * 60 * 60_000

/** A mention that can be scored and stored. */
export interface CheckedMention extends Mention {
  /** `NO_ENTITY_KEY` without an entity. */
  readonly entityKey: string
}

export type CheckedRequest = CheckedMention & Omit<ClassificationRequest, keyof Mention>

/** Checks text and entity, so that the result can be scored and stored. */
export function checkMention({ text, entity, language }: Mention): Result<CheckedMention> {
  const checkedText = checkString(text, 'text', MAX_TEXT_LENGTH)
  if (!checkedText.ok) return checkedText
  if (text.trim() === '') return fail('INVALID', 'text must have at least one character that is not a space.', ['text'])
  if (entity === null || entity.trim() === '') {
    return succeed({ text: checkedText.value, entity: null, language, entityKey: NO_ENTITY_KEY })
  }
  const name = checkEntityName(entity, 'entity')
  if (!name.ok) return name
  return succeed({ text: checkedText.value, entity: name.value.name, language, entityKey: name.value.key })
}

/** Checks a whole request. Blank optional values count as absent. */
export function checkRequest(request: ClassificationRequest, now: Date): Result<CheckedRequest> {
  const mention = checkMention(request)
  if (!mention.ok) return mention
  const source = checkSource(request.source, now)
  if (!source.ok) return source
  const author = request.author === null ? succeed(null) : checkString(request.author.trim(), 'author', MAX_NAME_LENGTH)
  if (!author.ok) return author
  const postedAt = checkPostedAt(request.postedAt, now)
  if (!postedAt.ok) return postedAt
  const { text, entity, entityKey } = mention.value
  // Written out, because V8 builds objects with spread syntax on a slow path, and this runs for each row of an import.
  const checked = {
    text,
    entity,
    entityKey,
    source: source.value,
    author: author.value === '' ? null : author.value,
    postedAt: postedAt.value,
    importedLabel: request.importedLabel,
  }
  return succeed(request.origin === undefined ? checked : Object.assign(checked, { origin: request.origin }))
}

function checkSource(source: ClassificationRequest['source'], now: Date): Result<ClassificationRequest['source']> {
  if (source.kind === 'exported') return checkExported(source, now)
  if (source.kind !== 'external') return succeed(source)
  const externalId = checkString(source.externalId.trim(), 'externalId', MAX_NAME_LENGTH)
  if (!externalId.ok) return externalId
  return succeed(externalId.value === '' ? { kind: 'none' } : { kind: 'external', externalId: externalId.value })
}

/** An impossible time of counting is ignored: the row is as good without it. */
function checkExported(exported: ExportedSource, now: Date): Result<ExportedSource> {
  const isPossible = exported.countedAt !== null && checkPostedAt(exported.countedAt, now).ok
  const source = isPossible ? exported : { ...exported, countedAt: null }
  if (source.externalId === null) return succeed(source)
  const externalId = checkString(source.externalId.trim(), 'externalId', MAX_NAME_LENGTH)
  return externalId.ok ? succeed({ ...source, externalId: externalId.value || null }) : externalId
}

function checkPostedAt(postedAt: Date | null, now: Date): Result<Date | null> {
  if (postedAt === null) return succeed(null)
  const time = postedAt.getTime()
  if (time >= EARLIEST_POST && time <= now.getTime() + CLOCK_TOLERANCE_MS) return succeed(postedAt)
  return fail(
    'INVALID',
    'postedAt must be after 1970-01-01T00:00:00Z and at most one day in the future. Omit it if it is unknown.',
    ['postedAt'],
  )
}
