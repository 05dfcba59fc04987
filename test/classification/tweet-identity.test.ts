import { expect, test } from 'vitest'
import { textHash, tweetIdentity } from '../../src/classification/tweet-identity.ts'

const external = (externalId: string, text: string) => tweetIdentity({ kind: 'external', externalId }, textHash(text))

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

test('a row of a file is identified by the file and its number, not by its text', () => {
  const row = (fileSha256: string, number: number, text: string) =>
    tweetIdentity({ kind: 'file', fileSha256, row: number }, textHash(text))
  expect(row('aa', 1, 'one')).toBe(row('aa', 1, 'other'))
  expect(new Set([row('aa', 1, ''), row('aa', 11, ''), row('aa1', 1, ''), row('bb', 1, '')]).size).toBe(4)
})

test('an external id never equals a row of a file', () => {
  const hash = textHash('x')
  expect(tweetIdentity({ kind: 'external', externalId: hash }, '1')).not.toBe(
    tweetIdentity({ kind: 'file', fileSha256: hash, row: 1 }, '1'),
  )
})

test('a tweet without a source is new each time', () => {
  const hash = textHash('x')
  expect(tweetIdentity({ kind: 'none' }, hash)).not.toBe(tweetIdentity({ kind: 'none' }, hash))
})
