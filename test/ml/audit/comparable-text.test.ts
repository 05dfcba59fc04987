import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableText } from '../../../src/ml/audit/comparable-text.ts'

const TWEET = 'So happy with my new phone, best purchase this year!'
const same = (text: string) => expect(comparableText(text).key).toBe(comparableText(TWEET).key)

describe('two copies of a tweet have the same key', () => {
  test.each([
    ['case', TWEET.toUpperCase()],
    ['punctuation and white space', 'So  happy with my new phone - best purchase\nthis year...'],
    ['an address', `${TWEET} https://t.co/AbC123`],
    ['an address without a scheme', `${TWEET} pic.twitter.com/mLsI5wf9Jg`],
    ['an address that was taken apart', `${TWEET} pic.twitter.com / mLsI5wf9Jg`],
    ['an address at the start', `dlvr.it/RMTrgF ${TWEET}`],
    ['www', `${TWEET} www.example.com/a?b=c`],
    ['a mask', TWEET.replace('phone', 'phone <unk>')],
    ['HTML entities', 'So happy with my new phone&#44; best purchase this year&excl;'.replace('&excl;', '!')],
    ['wide letters', TWEET.replace('happy', 'ｈａｐｐｙ')],
  ])('with other %s', (_, text) => same(text))

  test('but other words make another tweet', () => {
    expect(comparableText(TWEET.replace('best', 'worst')).key).not.toBe(comparableText(TWEET).key)
  })
})

test('words are kept apart, without what is not a word', () => {
  expect(comparableText('He said "it\'s 10/10" and/or v2.0; see a.b/c').words).toBe(
    'he said it s 10 10 and or v2 0 see',
  )
})

test('vowel signs stay in their words', () => {
  expect(comparableText('मुझे यह फ़ोन पसंद है').words.split(' ')).toHaveLength(5)
})

test('a text of signs alone is compared as it is', () => {
  expect(comparableText('😂 😂').key).toBe(comparableText('😂😂').key)
  expect(comparableText('😂').key).not.toBe(comparableText('😡').key)
  expect(comparableText('😂').words).toBe('')
})

test('a text of fewer than 20 letters and digits identifies no tweet', () => {
  expect(comparableText('Thank you so much!!!!!!!!!!!! https://t.co/AbC123').isShort).toBe(true)
  expect(comparableText('Thank you so much, Ana & Ben').isShort).toBe(false)
})

test('no text is slow, and none is an error', () => {
  for (const unit of ['a.', 'a.a/', 'www.', 'http:', '<unk', 'é', "'", '\ud83d', 'a-', '. / ']) {
    expect(comparableText(unit.repeat(500_000)).words.length).toBeLessThanOrEqual(20_000)
  }
  const aCharacter = fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code))
  fc.assert(fc.property(fc.array(aCharacter), characters => comparableText(characters.join('')).key !== ''))
})
