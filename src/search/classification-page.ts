import type { Label } from '../labels.ts'
import type { ModelVersion } from '../models/service.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { beyond, type KeysetPage, readingDirection, type SortDirection } from '../storage/keyset-page.ts'
import type { TimeRange } from '../time/time-range.ts'

export const CLASSIFICATION_ORDER_FIELDS = ['TIME', 'CONFIDENCE'] as const

/** A total order: ties are broken by the id, in the same direction. */
export interface ClassificationOrder {
  readonly field: (typeof CLASSIFICATION_ORDER_FIELDS)[number]
  readonly direction: SortDirection
}

export interface ClassificationFilter {
  readonly label: Label | null
  readonly isUncertain: boolean | null
  readonly author: string | null
  /** ISO 639 code. */
  readonly language: string | null
  /** Words to find in the tweet; see `src/search/find-matches.ts`. */
  readonly text: string | null
}

/** The sort value (milliseconds, or the confidence) and the id of a row. */
export type ClassificationPosition = readonly [value: number, id: string]

/** All classifications of an entity by a model version that match a range and a filter. */
export interface ClassificationList {
  readonly entityId: string
  readonly modelVersion: ModelVersion
  readonly range: TimeRange
  readonly filter: ClassificationFilter
}

export interface ClassificationPage extends ClassificationList, KeysetPage<ClassificationPosition> {
  readonly order: ClassificationOrder
}

type Row = { readonly id: string; readonly countedAt: Date; readonly confidence: number }

/** For each column, an index begins with entity, model version and the column. */
const COLUMNS = { TIME: 'countedAt', CONFIDENCE: 'confidence' } as const

const sortingOf = ({ order: { field, direction }, isBackward }: Pick<ClassificationPage, 'order' | 'isBackward'>) => ({
  column: COLUMNS[field],
  direction: readingDirection(direction, { isBackward }),
})

/**
 * The queries of one page. Their concatenated rows are the page in reading direction, and one row more. The first query reads the rows that
 * tie with the start, the second one all others; each reads one range of an index. A single query could use the bound on the id only as a
 * filter. For tweets with a day and no time, a page would then read all earlier rows of its day.
 */
export function pageQueries(page: ClassificationPage) {
  const { entityId, modelVersion, range, filter } = page
  const { column, direction } = sortingOf(page)
  const orderBy = [{ [column]: direction }, { id: direction }]
  return rangesOf(page).map(keyRange => {
    const where: Prisma.ClassificationWhereInput = {
      entityId,
      modelVersionId: modelVersion.id,
      AND: [
        range.from === null ? {} : { countedAt: { gte: range.from } },
        range.to === null ? {} : { countedAt: { lt: range.to } },
        range.dated == null ? {} : { isUndated: !range.dated },
        filter.label === null ? {} : { label: filter.label, unreadReason: null },
        filter.isUncertain === null ? {} : { isUncertain: filter.isUncertain },
        filter.author === null ? {} : byAuthor(filter.author),
        filter.language === null ? {} : { tweet: { language: filter.language } },
        keyRange,
      ],
    }
    return { where, orderBy, take: page.size + 1 }
  })
}

/** The query of the rows that a search has found for a page. */
export function matchesQuery(page: ClassificationPage, ids: readonly string[]) {
  const { column, direction } = sortingOf(page)
  return {
    where: { entityId: page.entityId, id: { in: [...ids] } } satisfies Prisma.ClassificationWhereInput,
    orderBy: [{ [column]: direction }, { id: direction }],
  }
}

export const positionOf = (
  { id, countedAt, confidence }: Row,
  { field }: ClassificationOrder,
): ClassificationPosition => [field === 'TIME' ? countedAt.getTime() : confidence, id]

/** PostgreSQL rejects U+0000 in a parameter, and no stored text contains it. */
const byAuthor = (author: string): Prisma.ClassificationWhereInput =>
  author.includes('\0') ? { id: { in: [] } } : { tweet: { author } }

function rangesOf(page: ClassificationPage): readonly Prisma.ClassificationWhereInput[] {
  if (page.start === null) return [{}]
  const [value, id] = page.start
  const { column, direction } = sortingOf(page)
  const start = column === 'countedAt' ? new Date(value) : value
  return [{ [column]: start, id: beyond(id, direction) }, { [column]: beyond(start, direction) }]
}
