import { describe, expect, test } from 'vitest'
import { findCandidates } from '../../../../src/ml/language/candidates/find-candidates.ts'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'

const find = (tweet: string) => {
  const text = decodeTweet(tweet)
  return findCandidates(text, [...locatedSurfaces(text)])
}

const NAMES: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['I love my new Xbox but the PlayStation 5 is overpriced', ['Xbox', 'PlayStation 5']],
  ["Apple is great. Google's search isn't.", ['Apple', 'Google']],
  ["my iPhone 15 Pro died, the nurses' eBay bid too", ['iPhone 15 Pro', 'eBay']],
  // The first word of a sentence has a capital anyway.
  ['Everything is late. Food was cold! Nobody cares', []],
  ['Great Xbox deals', ['Xbox']],
  ['Fans of Xbox are mad', ['Xbox']],
  ["Don't buy it. I'm done, and I'll leave", []],
  ['saw you at Target', ['Target']],
  // Names of several words.
  ['The Beatles and Tim Cook met at Bank of America', ['Beatles', 'Tim Cook', 'Bank of America']],
  ['Universidad de Chile y Banco de España', ['Universidad de Chile', 'Banco de España']],
  ['Marks & Spencer vs H&M vs AT&T', ['Marks & Spencer', 'H&M', 'AT&T']],
  ['Coca-Cola, T-Mobile, Spider-Man', ['Coca-Cola', 'T-Mobile', 'Spider-Man']],
  ['Malcolm X has an Xbox Series X', ['Malcolm X', 'Xbox Series X']],
  ['he read J.K. Rowling on a Boeing 747', ['J.K. Rowling', 'Boeing 747']],
  ['using Disney+ and C++ and C# every day', ['Disney+', 'C++', 'C#']],
  ['Xbox/PS5/Switch', ['Xbox', 'PS5', 'Switch']],
  ['Xbox and PlayStation', ['Xbox', 'PlayStation']],
  ['I gave Apple 5 stars, Windows 11 is fine', ['Apple', 'Windows 11']],
  // Titles, calendar words and abbreviations are no part of a name.
  ['met Mr. Smith and Dr. Dre and President Obama', ['Smith', 'Dre', 'Obama']],
  ['on Monday in March we go, LOL, my PC died at 5 PM', []],
  ['Happy Birthday Mike!', ['Mike']],
  // Capitals that only shout say nothing.
  ['I HATE THIS SO MUCH, NEVER AGAIN', []],
  ['WTF is wrong with Comcast?? SO annoyed, HAHAHA Yesss', ['Comcast']],
  ['this is a NASA thing and the BBC said so', ['NASA', 'BBC']],
  // A headline has capitals everywhere.
  ['Why You Should Buy The New Tesla This Year', ['Tesla']],
  // Tags, addresses and signs.
  ['@AppleSupport #iPhone15 #BoycottAmazon', ['AppleSupport', 'iPhone15', 'BoycottAmazon']],
  ['#love #fail #SoExcited #tbt #Monday #100', []],
  ['RT @john: Netflix is down @user', ['Netflix']],
  ['booking.com beats Booking.com', ['booking.com', 'Booking.com']],
  ['see https://x.com/Apple, www.Foo.com, t.co/Abc and me@Bar.com', []],
  [':D XD :P <3 (^_^) 8-) T_T', []],
  ['Nestlé y Pokémon son geniales, Citroën no', ['Nestlé', 'Pokémon', 'Citroën']],
  ['Газпром и Яндекс', ['Газпром', 'Яндекс']],
  ['小米手机很好 ראיתי', []],
]

describe('candidates', () => {
  test.each(NAMES)('%s', (text, names) => {
    expect(find(text).map(({ name }) => name)).toEqual(names)
  })

  test('have the place in the text with the sign of a tag, and without a possessive s', () => {
    const text = "so @Sony vs #Xbox's and Apple's"
    expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['@Sony', '#Xbox', 'Apple'])
  })

  test('are never longer than a name can be', () => {
    expect(
      find(`#${'A'.repeat(5000)}b ${'Bc'.repeat(3000)} ${'Ab '.repeat(3000)}`).every(({ name }) => name.length <= 100),
    ).toBe(true)
  })
})
