/**
 * One page of a list that is sorted by a unique key: the rows beside a position in the list, or at one of its ends. Because the page begins
 * at a key and not at an offset, it stays the same while rows are added, and any page is read as fast as the first.
 */
export interface KeysetPage<Position> {
  readonly size: number
  /** The page ends before `start` instead of beginning after it. */
  readonly isBackward: boolean
  /** Key of the row beside the page, which is not part of it. If null, the page is the first one of the list, or the last one if backward. */
  readonly start: Position | null
}

export type SortDirection = 'asc' | 'desc'

/** The direction in which a page of a list is read: of a page that ends at its position, the last row comes first. */
export const readingDirection = (
  sorted: SortDirection,
  { isBackward }: Pick<KeysetPage<unknown>, 'isBackward'>,
): SortDirection => ((sorted === 'asc') === isBackward ? 'desc' : 'asc')

/** Prisma's condition for the rows that come after `value` in this direction. */
export const beyond = <T>(value: T, direction: SortDirection): { gt: T } | { lt: T } =>
  direction === 'asc' ? { gt: value } : { lt: value }

/**
 * Prisma's query for a page of a list, newest first, of rows whose ids are made in time order: its rows in reading direction, and one
 * more that only shows whether the list continues.
 */
export function newestFirst(page: KeysetPage<readonly [id: string]>) {
  const direction = readingDirection('desc', page)
  return {
    ...(page.start === null ? {} : { where: { id: beyond(page.start[0], direction) } }),
    orderBy: { id: direction },
    take: page.size + 1,
  }
}
