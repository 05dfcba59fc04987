import type { Label } from '../labels.ts'
import type { ModelVersion } from '../models/service.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { beyond, type KeysetPage, readingDirection, type SortDirection } from '../storage/keyset-page.ts'
import type { TimeRange } from '../time/time-range.ts'

export const CLASSIFICATION_ORDER_FIELDS = ['TIME', 'CONFIDENCE'] as const

/** No two rows tie: each field is followed by the id, in the same direction. */
export interface ClassificationOrder {
  readonly field: (typeof CLASSIFICATION_ORDER_FIELDS)[number]
  readonly direction: SortDirection
}

export interface ClassificationFilter {
  readonly label: Label | null
  readonly isUncertain: boolean | null
  readonly author: string | null
  /** Words to find in the tweet; `src/search/find-matches.ts` reads pages with them. */
  readonly text: string | null
}

/** The sort value (milliseconds, or the confidence) and the id of a row. */
export type ClassificationPosition = readonly [value: number, id: string]

/** All classifications of an entity by a model version that pass. */
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

/** Of each, an index begins with entity, model version and this column. */
const COLUMNS = { TIME: 'countedAt', CONFIDENCE: 'confidence' } as const

const sortingOf = ({ order: { field, direction }, isBackward }: Pick<ClassificationPage, 'order' | 'isBackward'>) => ({
  column: COLUMNS[field],
  direction: readingDirection(direction, { isBackward }),
})

/**
 * The queries for one page: their rows together, in their order, are the page in reading direction and one row more. After the start come the
 * rows that tie with it, and then all others. Each part is one stretch of an index. In a single query the bound on the id could only be a
 * filter: for a file whose tweets have a day and no time, a page would read all of the day before it.
 */
export function pageQueries(page: ClassificationPage) {
  const { entityId, modelVersion, range, filter } = page
  const { column, direction } = sortingOf(page)
  const orderBy = [{ [column]: direction }, { id: direction }]
  return stretchesOf(page).map(stretch => {
    const where: Prisma.ClassificationWhereInput = {
      entityId,
      modelVersionId: modelVersion.id,
      AND: [
        range.from === null ? {} : { countedAt: { gte: range.from } },
        range.to === null ? {} : { countedAt: { lt: range.to } },
        filter.label === null ? {} : { label: filter.label },
        filter.isUncertain === null ? {} : { isUncertain: filter.isUncertain },
        filter.author === null ? {} : byAuthor(filter.author),
        stretch,
      ],
    }
    return { where, orderBy, take: page.size + 1 }
  })
}

/** The query for the rows that a search has found for a page. */
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

/** The database refuses to compare with U+0000, which no stored text holds. */
const byAuthor = (author: string): Prisma.ClassificationWhereInput =>
  author.includes('\0') ? { id: { in: [] } } : { tweet: { author } }

function stretchesOf(page: ClassificationPage): readonly Prisma.ClassificationWhereInput[] {
  if (page.start === null) return [{}]
  const [value, id] = page.start
  const { column, direction } = sortingOf(page)
  const start = column === 'countedAt' ? new Date(value) : value
  return [{ [column]: start, id: beyond(id, direction) }, { [column]: beyond(start, direction) }]
}
