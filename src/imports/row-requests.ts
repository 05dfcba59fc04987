import { checkMention } from '../classification/check-request.ts'
import type { ClassificationRequest, TweetSource } from '../classification/request.ts'
import type { RowFields } from '../tables/row.ts'

/** What is asked about a row besides what stands in it. */
export interface RowContext {
  /** Tells apart the rows of files that carry no id. */
  readonly fileSha256: string
  /** The job that the rows are stored for. */
  readonly importId: string | null
  /** Names of the known entities in a text; null where only the row says what it is about. */
  readonly findEntities: ((text: string) => readonly string[]) | null
}

/**
 * The mentions of one row, at least one: what the row itself names, and every known entity that its text speaks of; the whole message
 * where there is neither. A label goes with what the row names; where it names nothing, only with a single mention, because it is not
 * known of which of several it speaks.
 */
export function rowRequests(fields: RowFields, row: number, context: RowContext): readonly ClassificationRequest[] {
  const { externalId, text, entity, postedAt, author, label } = fields
  const source: TweetSource =
    externalId === null ? { kind: 'file', fileSha256: context.fileSha256, row } : { kind: 'external', externalId }
  const origin = context.importId === null ? {} : { origin: { importId: context.importId, row } }
  const request = (about: string | null, hasLabel: boolean): ClassificationRequest => ({
    text,
    entity: about,
    source,
    postedAt,
    author,
    importedLabel: hasLabel ? label : null,
    ...origin,
  })
  const own = checkMention({ text, entity })
  // A row that is refused is refused whole.
  if (context.findEntities === null || !own.ok) return [request(entity, true)]
  const found = context.findEntities(text)
  if (entity === null)
    return found.length === 0 ? [request(null, true)] : found.map(name => request(name, found.length === 1))
  const others = found.filter(name => {
    const mention = checkMention({ text, entity: name })
    return mention.ok && mention.value.entityKey !== own.value.entityKey
  })
  return [request(entity, true), ...others.map(name => request(name, false))]
}
