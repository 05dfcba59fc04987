import { describe, expect, test } from 'vitest'
import type { RowSource } from '../../src/classification/request.ts'
import { textHash, tweetIdentity, tweetKey } from '../../src/classification/tweet-identity.ts'

const external = (externalId: string, text: string) =>
  tweetIdentity({ kind: 'external', externalId }, textHash(text), text)

test('an identity is 32 bytes in hex', () => {
  expect(external('1', 'hello')).toMatch(/^[0-9a-f]{64}$/)
})

test('an external id and a text have the same identity every time, regardless of white space around the text', () => {
  expect(external('1', 'hello')).toBe(external('1', '\thello \n'))
})

test('another id, another text or other white space within the text has another identity', () => {
  const identities = [external('1', 'hello'), external('2', 'hello'), external('1', 'hallo'), external('1', 'hel lo')]
  expect(new Set(identities).size).toBe(identities.length)
})

const row = (text: string, changes: Partial<RowSource> = {}) =>
  tweetIdentity({ kind: 'row', author: null, postedAt: null, occurrence: 1, ...changes }, textHash(text), text)

test('a row of a file is identified by its text, author, time and number among equal rows', () => {
  expect(row('one')).toBe(row(' one '))
  const at = (time: string) => ({ postedAt: new Date(time) })
  const rows = [
    row('one'),
    row('other'),
    row('one', { author: 'ann' }),
    row('one', { occurrence: 2 }),
    row('one', at('2026-03-01T00:00:00Z')),
    row('one', at('2026-03-01T00:00:00.001Z')),
  ]
  expect(new Set(rows).size).toBe(rows.length)
})

test('an external id never equals a row of a file', () => {
  expect(external('', 'x')).not.toBe(row('x'))
})

test('a tweet without a source is new each time', () => {
  const hash = textHash('x')
  expect(tweetIdentity({ kind: 'none' }, hash, 'x')).not.toBe(tweetIdentity({ kind: 'none' }, hash, 'x'))
})

describe('a row of an export', () => {
  const identity = textHash('the identity of a stored tweet')
  const exported = (key: string | null, text: string, externalId: string | null = null) =>
    tweetIdentity(
      { kind: 'exported', tweetKey: key, classificationId: 'c', externalId, countedAt: null },
      textHash(text),
      text,
    )
  const key = tweetKey(identity, '@ana said\r\nhi ', null)

  test('has the identity that its key contains, whatever its id has become', () => {
    expect(exported(key, '@ana said\r\nhi ')).toBe(identity)
    expect(exported(key, '@ana said\r\nhi ', '1.29E+17')).toBe(identity)
  })

  test.each([['@ana said\nhi'], ["'@ana said\r\nhi "], ['@ana  said hi']])(
    'keeps it in a spreadsheet, which turns the text into %j',
    text => expect(exported(key, text)).toBe(identity),
  )

  test('is another tweet if its text was edited, the same each time', () => {
    expect(exported(key, '@ana said bye')).not.toBe(identity)
    expect(exported(key, '@ana said bye')).toBe(exported(key, '@ana said bye'))
    expect(exported(key, '@ana said bye', '7')).toBe(external('7', '@ana said bye'))
  })

  test.each([[null], ['x'], [key.slice(1)], [`${key}0`], [key.toUpperCase()]])(
    'without a good key (%j) is identified by its id',
    bad => expect(exported(bad, 'a', '7')).toBe(external('7', 'a')),
  )
})
