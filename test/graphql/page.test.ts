import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { encodeCursor } from '../../src/graphql/cursor.ts'
import { type Page, type PageArguments, pageCost, pageOf, pageSize, readPage } from '../../src/graphql/page.ts'

const POSITION = z.tuple([z.number()])
const cursorOf = (row: number) => encodeCursor('numbers', [row])
const forward = (size: number, start: [number] | null = null) => ({ size, isBackward: false, start })
const backward = (size: number, start: [number] | null = null) => ({ size, isBackward: true, start })

test('one row more than the page has shows that the list goes on', () => {
  const { edges, pageInfo } = pageOf([1, 2, 3], forward(2), cursorOf)
  expect(edges).toEqual([
    { node: 1, cursor: cursorOf(1) },
    { node: 2, cursor: cursorOf(2) },
  ])
  expect(pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: cursorOf(1),
    endCursor: cursorOf(2),
  })
})

test('the rows of a page that was read backward are put in the order of the list', () => {
  const { edges, pageInfo } = pageOf([9, 8, 7], backward(2), cursorOf)
  expect(edges.map(({ node }) => node)).toEqual([8, 9])
  expect(pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: cursorOf(8),
    endCursor: cursorOf(9),
  })
})

test('an empty page has no cursors', () => {
  const empty = { startCursor: null, endCursor: null }
  expect(pageOf([], forward(20, [5]), cursorOf).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    ...empty,
  })
  expect(pageOf([], backward(20, [5]), cursorOf).pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    ...empty,
  })
})

test('a page of no elements still shows whether there are any', () => {
  expect(pageOf([1], forward(0), cursorOf)).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } })
  expect(pageOf([1], backward(0), cursorOf)).toMatchObject({ edges: [], pageInfo: { hasPreviousPage: true } })
})

/** A page of the numbers below `count`, as a database reads it. */
function pageOfNumbers(count: number, args: PageArguments): Page<number> {
  const asked = readPage(args, 'numbers', POSITION)
  if (!asked.ok) throw new Error(asked.problem.message)
  const page = asked.value
  const all = Array.from({ length: count }, (_, index) => index)
  const [start] = page.start ?? []
  const rows = page.isBackward
    ? all.filter(row => start === undefined || row < start).reverse()
    : all.filter(row => start === undefined || row > start)
  return pageOf(rows.slice(0, page.size + 1), page, cursorOf)
}

test('pages of any size, forward or backward, are the whole list, and each knows its neighbours', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (count, size, isBackward) => {
        const seen: number[] = []
        let args: PageArguments = isBackward ? { last: size } : { first: size }
        for (let hasMore = true; hasMore; ) {
          const { edges, pageInfo } = pageOfNumbers(count, args)
          const nodes = edges.map(({ node }) => node)
          expect(pageInfo.hasPreviousPage).toBe((nodes[0] ?? 0) > 0)
          expect(pageInfo.hasNextPage).toBe((nodes.at(-1) ?? count - 1) < count - 1)
          if (isBackward) {
            seen.unshift(...nodes)
            args = { last: size, before: pageInfo.startCursor }
            hasMore = pageInfo.hasPreviousPage
          } else {
            seen.push(...nodes)
            args = { first: size, after: pageInfo.endCursor }
            hasMore = pageInfo.hasNextPage
          }
        }
        expect(seen).toEqual(Array.from({ length: count }, (_, index) => index))
      },
    ),
  )
})

test.each([
  [undefined, 20],
  [null, 20],
  [0, 0],
  [100, 100],
])('first: %s is a page of %i', (first, size) => {
  expect(pageSize(first)).toEqual({ ok: true, value: size })
})

test('a cursor alone is a page of the default size beside it', () => {
  const cursor = encodeCursor('numbers', [7])
  expect(readPage({ after: cursor }, 'numbers', POSITION)).toEqual({ ok: true, value: forward(20, [7]) })
  expect(readPage({ before: cursor }, 'numbers', POSITION)).toEqual({ ok: true, value: backward(20, [7]) })
})

test.each([-1, 101, 1e9])('a page of %i is refused by name', size => {
  expect(pageSize(size)).toMatchObject({ ok: false, problem: { code: 'INVALID', field: ['first'] } })
  expect(readPage({ last: size }, 'numbers', POSITION)).toMatchObject({
    ok: false,
    problem: { code: 'INVALID', message: 'last must be from 0 to 100.', field: ['last'] },
  })
})

test.each([
  [{ first: 1, last: 1 }, 'last'],
  [{ first: 1, before: 'x' }, 'before'],
  [{ after: 'x', last: 1 }, 'last'],
  [{ after: 'x', before: 'x' }, 'before'],
])('%j goes in two directions, and is refused with what works', (args, field) => {
  expect(readPage(args, 'numbers', POSITION)).toEqual({
    ok: false,
    problem: {
      code: 'INVALID',
      message: 'Use first and after to page forward, or last and before to page backward, but not both.',
      field: [field],
    },
  })
})

test.each([{ first: 1e9 }, { last: 1e9 }, { first: 3, last: 1e9 }])('%j costs as much as the largest page', args => {
  expect(pageCost(args)).toEqual(pageCost({ first: 100 }))
})

test.each([{ first: -1e9 }, { last: -1e9 }])('%j does not lower the cost of the rest', args => {
  expect(pageCost(args)).toEqual(pageCost({ first: 0 }))
})
