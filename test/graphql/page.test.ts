import { expect, test } from 'vitest'
import { pageCost, pageOf, pageSize } from '../../src/graphql/page.ts'

const cursorOf = (row: number) => `after ${row}`

test('one row more than the page tells that there is another page', () => {
  const { edges, pageInfo } = pageOf([1, 2, 3], 2, false, cursorOf)
  expect(edges).toEqual([
    { node: 1, cursor: 'after 1' },
    { node: 2, cursor: 'after 2' },
  ])
  expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: 'after 1', endCursor: 'after 2' })
})

test('an empty page has no cursors', () => {
  expect(pageOf([], 20, true, cursorOf).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: null,
    endCursor: null,
  })
})

test('a page of no elements still tells whether there are any', () => {
  expect(pageOf([1], 0, false, cursorOf)).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } })
})

test.each([
  [undefined, 20],
  [null, 20],
  [0, 0],
  [100, 100],
])('first: %s is a page of %i', (first, size) => {
  expect(pageSize(first)).toEqual({ ok: true, value: size })
})

test.each([-1, 101, 1e9])('first: %i is refused by name', first => {
  expect(pageSize(first)).toMatchObject({ ok: false, problem: { code: 'INVALID', field: ['first'] } })
})

test('a size that will be refused does not cost more than the largest page', () => {
  expect(pageCost({ first: 1e9 })).toEqual(pageCost({ first: 100 }))
})
