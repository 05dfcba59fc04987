import { expect, test } from 'vitest'
import { tweetTerms } from '../../src/indexing/tweet-terms.ts'

test.each([
  ['The BATTERY died, the battery is dead', ['battery', 'died', 'dead']],
  ["Apple's screen &amp; @apple #iOS5", ['apple', 'screen', '#ios5']],
  ['see https://t.co/abc at 5pm or 3.5 of 100', ['5pm']],
  ['I can’t not hate it', ['hate']],
  ['a b c 1 2 ! :) ❤', []],
  [`${'x'.repeat(41)} #${'y'.repeat(41)} ok2`, ['ok2']],
  ['', []],
])('the terms of %j', (text, terms) => {
  expect(tweetTerms(text)).toEqual(terms)
})

test('no term is empty or has a space, so that none is mistaken for a sum', () => {
  for (const term of tweetTerms('No-break\u00a0space\u2003wide under_score #two_words 日本語 テスト')) {
    expect(term).toMatch(/^\S+$/)
  }
})

test('a spam text has at most two hundred terms', () => {
  const text = Array.from({ length: 800 }, (_, index) => `w${index}x`).join(' ')
  expect(tweetTerms(text)).toHaveLength(200)
})
