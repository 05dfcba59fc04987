import { expect, test } from 'vitest'
import { tweetGroups } from '../../../src/ml/adaptation/tweet-groups.ts'

const groupsOf = (...tweets: readonly (readonly [string | null, string])[]) => [
  ...tweetGroups(tweets.map(([id, text]) => ({ id, text }))),
]
const LONG = 'The new store in Oslo opens on Friday and everybody gets a free coffee'

test('tweets with the same id, the same text or nearly the same text are one', () => {
  expect(
    groupsOf(
      ['1', LONG],
      ['2', 'Something else entirely about the weather in Bergen'],
      ['3', `${LONG.toUpperCase()}! https://t.co/abc`],
      ['4', LONG.replace('free', 'hot')],
      ['2', 'A correction that was posted under the same id'],
      [null, 'A correction that was posted under the same id'],
    ),
  ).toEqual([0, 1, 0, 0, 1, 1])
})

test('chains of similar texts are one tweet, whatever their order', () => {
  const words = LONG.split(' ')
  const chain = [0, 2, 4].map(start => [null, [...words.slice(start), 'x y z'.slice(0, start)].join(' ')] as const)
  expect(new Set(groupsOf(...chain)).size).toBe(1)
  expect(new Set(groupsOf(...chain.toReversed())).size).toBe(1)
})

test('short texts that are only similar are different tweets', () => {
  expect(groupsOf([null, 'I love it'], [null, 'I love it!'], [null, 'I love this'])).toEqual([0, 0, 1])
})
