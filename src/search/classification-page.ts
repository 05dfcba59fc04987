import type { CountedSeries } from '../analytics/read-counts.ts'
import type { Label } from '../labels.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import type { TimeRange } from '../time/time-range.ts'

export const CLASSIFICATION_ORDERS = ['NEWEST', 'OLDEST', 'LEAST_CONFIDENT'] as const
export type ClassificationOrder = (typeof CLASSIFICATION_ORDERS)[number]

export interface ClassificationFilter {
  readonly label: Label | null
  readonly isUncertain: boolean | null
  readonly author: string | null
  /** Words to be found in the tweet; see `src/search/find-matches.ts`, which a page under it comes from. */
  readonly text: string | null
}

/** Where a page begins: after the row with this sort value (milliseconds, or the confidence) and id. */
export type ClassificationPosition = readonly [value: number, id: string]

export interface ClassificationPage {
  readonly series: CountedSeries
  readonly range: Pick<TimeRange, 'from' | 'to'>
  readonly filter: ClassificationFilter
  readonly order: ClassificationOrder
  readonly after: ClassificationPosition | null
}

type Row = { readonly id: string; readonly countedAt: Date; readonly confidence: number }

/** Each order is a prefix of an index and ends in the id, so that no two rows tie and a page never shifts. */
const SORTING = {
  NEWEST: { column: 'countedAt', direction: 'desc' },
  OLDEST: { column: 'countedAt', direction: 'asc' },
  LEAST_CONFIDENT: { column: 'confidence', direction: 'asc' },
} as const

/**
 * The queries for one page, without its size: their rows together, in their order, are the page. Behind a row come those that tie with it, and
 * then all others. Each part is one stretch of an index; as one query the bound on the id could only be a filter, and of a file whose
 * tweets have a day and no time, a page would read all of the day before it.
 */
export function pageQueries({ series, range, filter, order, after }: ClassificationPage) {
  const { column, direction } = SORTING[order]
  const orderBy = [{ [column]: direction }, { id: direction }]
  return placesBehind(after, order).map(place => {
    const where: Prisma.ClassificationWhereInput = {
      entityId: series.entityId,
      modelVersionId: series.modelVersionId,
      AND: [
        range.from === null ? {} : { countedAt: { gte: range.from } },
        range.to === null ? {} : { countedAt: { lt: range.to } },
        filter.label === null ? {} : { label: filter.label },
        filter.isUncertain === null ? {} : { isUncertain: filter.isUncertain },
        filter.author === null ? {} : byAuthor(filter.author),
        place,
      ],
    }
    return { where, orderBy }
  })
}

/** The query for the rows of a page that a search has found. */
export const matchesQuery = ({ series, order }: ClassificationPage, ids: readonly string[]) => {
  const { column, direction } = SORTING[order]
  return {
    where: { entityId: series.entityId, id: { in: [...ids] } } satisfies Prisma.ClassificationWhereInput,
    orderBy: [{ [column]: direction }, { id: direction }],
  }
}

/** The value by which `order` sorts, and the id. */
export const positionOf = ({ id, countedAt, confidence }: Row, order: ClassificationOrder): ClassificationPosition => [
  SORTING[order].column === 'countedAt' ? countedAt.getTime() : confidence,
  id,
]

/** The database refuses to compare with U+0000, which no stored text holds. */
const byAuthor = (author: string): Prisma.ClassificationWhereInput =>
  author.includes('\0') ? { id: { in: [] } } : { tweet: { author } }

function placesBehind(
  after: ClassificationPosition | null,
  order: ClassificationOrder,
): readonly Prisma.ClassificationWhereInput[] {
  if (after === null) return [{}]
  const [value, id] = after
  const { column, direction } = SORTING[order]
  const start = column === 'countedAt' ? new Date(value) : value
  const beyond = <T>(position: T) => (direction === 'asc' ? { gt: position } : { lt: position })
  return [{ [column]: start, id: beyond(id) }, { [column]: beyond(start) }]
}
