import { expect, test } from 'vitest'
import { createGroupCommit } from '../../src/classification/group-commit.ts'
import { type Result, succeed } from '../../src/problem/problem.ts'

/** A group commit whose groups end when `finishAll` is called. The item `bad` makes its group throw. */
function start(options: { width?: number; largestGroup?: number; maxItems?: number } = {}) {
  const groups: string[] = []
  const begun: (() => void)[] = []
  const commit = createGroupCommit<string, string>({
    width: 1,
    largestGroup: 10,
    maxItems: 100,
    work: async group => {
      groups.push(group.join(' '))
      await new Promise<void>(resolve => begun.push(resolve))
      if (group.includes('bad')) throw new Error('bad')
      return group.map(item => succeed(item.toUpperCase()))
    },
    ...options,
  })
  const finishAll = async () => {
    for (let at = 0; at < begun.length; at++) {
      begun[at]?.()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  return { commit, groups, finishAll }
}

const outcomes = (results: readonly PromiseSettledResult<Result<string>>[]) =>
  results.map(result => {
    if (result.status === 'rejected') return 'thrown'
    return result.value.ok ? result.value.value : result.value.problem.code
  })

test('an item is processed at once if no group is, and items that arrive meanwhile form one group', async () => {
  const { commit, groups, finishAll } = start()
  const results = Promise.allSettled(['a', 'b', 'c'].map(item => commit(item)))
  expect(groups).toEqual(['a'])
  await finishAll()
  expect(groups).toEqual(['a', 'b c'])
  expect(outcomes(await results)).toEqual(['A', 'B', 'C'])
})

test('the size of a group and the number of groups at a time are limited', async () => {
  const { commit, groups, finishAll } = start({ width: 2, largestGroup: 2 })
  const results = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(item => commit(item)))
  expect(groups).toEqual(['a', 'b'])
  await finishAll()
  expect(groups).toEqual(['a', 'b', 'c d', 'e'])
  expect(outcomes(await results)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('an item that makes its group throw does not fail the others', async () => {
  const { commit, groups, finishAll } = start()
  const results = Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map(item => commit(item)))
  await finishAll()
  expect(groups).toEqual(['a', 'b c bad d', 'b c', 'bad d', 'bad', 'd'])
  expect(outcomes(await results)).toEqual(['A', 'B', 'C', 'thrown', 'D'])
})

test('an item beyond the limit is refused at once, while the others still wait', async () => {
  const { commit, finishAll } = start({ maxItems: 2 })
  const results = Promise.allSettled(['a', 'b'].map(item => commit(item)))
  expect(outcomes(await Promise.allSettled([commit('c')]))).toEqual(['OVERLOADED'])
  await finishAll()
  expect(outcomes(await results)).toEqual(['A', 'B'])
  const later = Promise.allSettled([commit('d')])
  await finishAll()
  expect(outcomes(await later)).toEqual(['D'])
})

test('an item whose client disconnects before its group begins is skipped', async () => {
  const { commit, groups, finishAll } = start()
  const leaving = new AbortController()
  const results = Promise.allSettled([commit('a'), commit('b', leaving.signal), commit('c')])
  leaving.abort()
  await finishAll()
  expect(groups).toEqual(['a', 'c'])
  expect(outcomes(await results)).toEqual(['A', 'UNAVAILABLE', 'C'])
})
