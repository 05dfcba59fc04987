import type { z } from 'zod'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { KeysetPage } from '../storage/keyset-page.ts'
import { decodeCursor } from './cursor.ts'
import { MAX_PAGE_SIZE } from './limits.ts'

export const DEFAULT_PAGE_SIZE = 20

/** The arguments of a connection, as `t.arg.connectionArgs()` declares them. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** The page that the arguments ask for, of the list that `order` names and whose positions have the shape `position`. */
export function readPage<Position>(
  { first, after, last, before }: PageArguments,
  order: string,
  position: z.ZodType<Position>,
): Result<KeysetPage<Position>> {
  const isBackward = last != null || before != null
  if (isBackward && (first != null || after != null)) {
    return fail('INVALID', 'Use first and after to page forward, or last and before to page backward, but not both.', [
      last == null ? 'before' : 'last',
    ])
  }
  const size = isBackward ? pageSize(last, 'last') : pageSize(first)
  if (!size.ok) return size
  const start = isBackward
    ? decodeCursor(order, position, before, 'before')
    : decodeCursor(order, position, after, 'after')
  return start.ok ? succeed({ size: size.value, isBackward, start: start.value }) : start
}

/** The number of elements on a page. Omitted and null mean the default. */
export function pageSize(value: number | null | undefined, argument = 'first'): Result<number> {
  const size = value ?? DEFAULT_PAGE_SIZE
  return size >= 0 && size <= MAX_PAGE_SIZE
    ? succeed(size)
    : fail('INVALID', `${argument} must be from 0 to ${MAX_PAGE_SIZE}.`, [argument])
}

/** The cost of a page: one query, and everything below it once for each element. An invalid size costs as much as the nearest valid one. */
export const pageCost = ({ first, last }: Pick<PageArguments, 'first' | 'last'>) => ({
  field: 5,
  multiplier: Math.min(Math.max(first ?? last ?? DEFAULT_PAGE_SIZE, last ?? 0, 0), MAX_PAGE_SIZE),
})

/** The result of a connection's resolver. */
export interface Page<T> {
  readonly edges: { readonly node: T; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** The paths to the rows of a connection, for `queryFromInfo`. */
export const NODE_PATHS = [['edges', 'node'], ['nodes']]

/** How the reading of a page ended. */
interface Stop {
  /** True if there may be more in reading direction. */
  readonly hasMore: boolean
  /** Cursor at which the next page starts. Null means that of the last row. */
  readonly cursor: string | null
}

/** Makes a page out of its rows in reading direction, and one row more if the list continues. */
export function pageOf<T>(
  rows: readonly T[],
  { size, isBackward, start }: KeysetPage<unknown>,
  cursorOf: (row: T) => string,
  { hasMore, cursor }: Stop = { hasMore: rows.length > size, cursor: null },
): Page<T> {
  const read = rows.slice(0, size).map(node => ({ node, cursor: cursorOf(node) }))
  const isContinued = start !== null
  const [nearest, furthest] = [read[0]?.cursor ?? null, (hasMore ? cursor : null) ?? read.at(-1)?.cursor ?? null]
  return isBackward
    ? {
        edges: read.reverse(),
        pageInfo: {
          hasNextPage: isContinued,
          hasPreviousPage: hasMore,
          startCursor: furthest,
          endCursor: nearest,
        },
      }
    : {
        edges: read,
        pageInfo: {
          hasNextPage: hasMore,
          hasPreviousPage: isContinued,
          startCursor: nearest,
          endCursor: furthest,
        },
      }
}
