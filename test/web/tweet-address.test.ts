import { expect, test } from 'vitest'
import { tweetAddress } from '../../web/entity/tweet-address.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z')

test("an id of Twitter leads to the tweet's page", () => {
  expect(tweetAddress('126415614616154112', '2011-10-18T21:53:25Z', NOW)).toBe(
    'https://x.com/i/status/126415614616154112',
  )
  expect(tweetAddress('1585841080431321088', null, NOW)).toBe('https://x.com/i/status/1585841080431321088')
})

test('other ids lead nowhere: rows, hashes, times of the future, and ids of another day', () => {
  for (const id of [
    '2001',
    '123456789012',
    'pulso-sample-17',
    '0126415614616154112',
    '9223372036854775807',
    '1e18',
    '',
  ]) {
    expect(tweetAddress(id, null, NOW), id).toBeNull()
  }
  expect(tweetAddress('126415614616154112', '2014-10-18T21:53:25Z', NOW)).toBeNull()
  expect(tweetAddress(null, null, NOW)).toBeNull()
})
