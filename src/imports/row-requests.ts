import { checkMention } from '../classification/check-request.ts'
import type { ClassificationRequest, ImportOrigin, TweetSource } from '../classification/request.ts'
import type { RowFields } from '../tables/row.ts'
import type { LabelCoverage } from './jobs/label-coverage.ts'
import type { NumberedRow } from './row-occurrences.ts'

/** How the mentions of a row are determined, in addition to its own values. */
export interface RowContext {
  /** The import job; null if none has to be recorded. */
  readonly importId: string | null
  /** Finds the names of stored entities in a text; null to use only the row's own entity. */
  readonly findEntities: ((text: string) => readonly string[]) | null
  /** How the labelled rows were chosen; null if that is unknown. */
  readonly labelCoverage: LabelCoverage | null
}

/**
 * The mentions of one row: with its own entity and with every stored entity that is found in its text. If it has neither, the only mention has
 * no entity. The row's label belongs to its own entity. Without one, the label is used only if a single entity is found, because it could
 * belong to any of several.
 */
export function rowRequests(
  fields: RowFields,
  { row, occurrence }: Pick<NumberedRow, 'row' | 'occurrence'>,
  context: RowContext,
): readonly ClassificationRequest[] {
  const { text, entity, postedAt, author, label } = fields
  const source = sourceOf(fields, occurrence)
  const origin = context.importId === null ? {} : { origin: originOf(context.importId, row, context.labelCoverage) }
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
  // If the row's own mention is rejected, so is the whole row.
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

/** The labels of a file that are no chosen ones are a draw with the id of the import. */
function originOf(importId: string, row: number, coverage: LabelCoverage | null): ImportOrigin {
  if (coverage === null || coverage === 'CHOSEN') return { importId, row }
  return { importId, row, labelDraw: { id: importId, inclusionProbability: coverage === 'ALL_ROWS' ? 1 : null } }
}

function sourceOf({ externalId, exported, author, postedAt }: RowFields, occurrence: number): TweetSource {
  if (exported !== undefined) return { kind: 'exported', externalId, ...exported }
  return externalId === null ? { kind: 'row', author, postedAt, occurrence } : { kind: 'external', externalId }
}
