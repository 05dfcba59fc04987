import { fail, type Result, succeed } from '../problem/problem.ts'
import { MAX_PAGE_SIZE } from './limits.ts'

export const DEFAULT_PAGE_SIZE = 20

/** How many elements a page has; left out or null is the default. */
export function pageSize(first: number | null | undefined): Result<number> {
  const size = first ?? DEFAULT_PAGE_SIZE
  return size >= 0 && size <= MAX_PAGE_SIZE
    ? succeed(size)
    : fail('INVALID', `first must be from 0 to ${MAX_PAGE_SIZE}.`, ['first'])
}

/** What a page costs: one query, and everything below it once for each element. A size that is refused later costs the largest page. */
export const pageCost = ({ first }: { readonly first?: number | null | undefined }) => ({
  field: 5,
  multiplier: Math.min(first ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE),
})

export interface Page<T> {
  readonly edges: { readonly node: T; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** Makes a page of `size` elements out of `size + 1` rows, the last of which only tells that there is more. */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  isContinued: boolean,
  cursorOf: (row: T) => string,
): Page<T> {
  const edges = rows.slice(0, size).map(node => ({ node, cursor: cursorOf(node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: isContinued,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
