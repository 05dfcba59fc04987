import { expect, test } from 'vitest'
import { createGroupCommit } from '../../src/classification/group-commit.ts'
import { type Result, succeed } from '../../src/problem/problem.ts'

/** Groups that are answered when they are told to; the item `bad` makes a group throw. */
function start(options: { width?: number; largestGroup?: number; maxItems?: number } = {}) {
  const groups: string[] = []
  const begun: (() => void)[] = []
  const gather = createGroupCommit<string, string>({
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
  return { gather, groups, finishAll }
}

const shown = (results: readonly PromiseSettledResult<Result<string>>[]) =>
  results.map(result => {
    if (result.status === 'rejected') return 'thrown'
    return result.value.ok ? result.value.value : result.value.problem.code
  })

test('an item goes to work at once where nothing is under way, and what comes meanwhile goes together', async () => {
  const { gather, groups, finishAll } = start()
  const results = Promise.allSettled(['a', 'b', 'c'].map(item => gather(item)))
  expect(groups).toEqual(['a'])
  await finishAll()
  expect(groups).toEqual(['a', 'b c'])
  expect(shown(await results)).toEqual(['A', 'B', 'C'])
})

test('no group is larger than it may be, and no more are under way than may be', async () => {
  const { gather, groups, finishAll } = start({ width: 2, largestGroup: 2 })
  const results = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(item => gather(item)))
  expect(groups).toEqual(['a', 'b'])
  await finishAll()
  expect(groups).toEqual(['a', 'b', 'c d', 'e'])
  expect(shown(await results)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('an item that makes its group throw spoils no other', async () => {
  const { gather, groups, finishAll } = start()
  const results = Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map(item => gather(item)))
  await finishAll()
  expect(groups).toEqual(['a', 'b c bad d', 'b c', 'bad d', 'bad', 'd'])
  expect(shown(await results)).toEqual(['A', 'B', 'C', 'thrown', 'D'])
})

test('what comes on top of a full queue is refused at once, while the others still wait', async () => {
  const { gather, finishAll } = start({ maxItems: 2 })
  const results = Promise.allSettled(['a', 'b'].map(item => gather(item)))
  expect(shown(await Promise.allSettled([gather('c')]))).toEqual(['OVERLOADED'])
  await finishAll()
  expect(shown(await results)).toEqual(['A', 'B'])
  const later = Promise.allSettled([gather('d')])
  await finishAll()
  expect(shown(await later)).toEqual(['D'])
})

test('whoever left before their group began is left out of it', async () => {
  const { gather, groups, finishAll } = start()
  const leaving = new AbortController()
  const results = Promise.allSettled([gather('a'), gather('b', leaving.signal), gather('c')])
  leaving.abort()
  await finishAll()
  expect(groups).toEqual(['a', 'c'])
  expect(shown(await results)).toEqual(['A', 'UNAVAILABLE', 'C'])
})
