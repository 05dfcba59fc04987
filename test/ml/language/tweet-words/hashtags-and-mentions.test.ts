import { expect, test } from 'vitest'
import { splitHashtag } from '../../../../src/ml/language/tweet-words/split-hashtag.ts'
import { wordParts } from '../../../../src/ml/language/tweet-words/word-parts.ts'
import { IDS, wordsIn } from './small-vocabulary.ts'

const readsAs = (text: string, words: string) => expect(wordsIn(text)).toBe(words)

test.each([
  ['love', 'love'],
  ['LOVE', 'love'],
  ['BestDayEver', 'best day ever'],
  ['bestdayever', 'best day ever'],
  ['BESTDAYEVER', 'best day ever'],
  ['best_day_ever', 'best day ever'],
  ['bestDayEver', 'best day ever'],
  ['weekend', 'weekend'],
  ['BlackFriday', 'black friday'],
  ['blackfriday', 'black friday'],
  ['BlackLivesMatter', 'black lives matter'],
  ['COVID19', 'covid 19'],
  ['covid19', 'covid 19'],
  ['WorkFromHome', 'work from home'],
  ['workfromhome', 'work from home'],
  ['iPhone', 'i phone'],
  ['ilove', 'i love'],
  ['iLoveThisGame', 'i love this game'],
  ['ILoveThisGame', 'i love this game'],
  ['USAgame', 'us a game'],
  ['loveZyxwv', 'love zyxwv'],
  ['zyxwv', 'zyxwv'],
  ['lovezyxwv', 'love zyxwv'],
  ['café', 'café'],
  ['bonjour_été', 'bonjour été'],
  ['日本語', '日本語'],
  ['ラーメン', 'ラーメン'],
  ['ПриветМир', 'привет мир'],
  ['हिन्दी', 'हिन्दी'],
  ['한국어', '한국어'],
  ['مرحبا', 'مرحبا'],
  ['2020game', '2020 game'],
  ['a', 'a'],
  ['__love__', 'love'],
  ['___', ''],
  ['x'.repeat(61), 'x'.repeat(61)],
])('the words of #%s are %j', (written, words) => {
  expect(splitHashtag(written, IDS).join(' ')).toBe(words)
})

test.each([
  ['iPhone', 'iPhone'],
  ['eBay', 'eBay'],
  ['McDonalds', 'McDonalds'],
  ['YouTube', 'You Tube'],
  ['PlayStation5', 'Play Station 5'],
  ['NBA2K', 'NBA 2 K'],
  ['BMWGroup', 'BMW Group'],
  ['NASA', 'NASA'],
  ['', ''],
  ['!!!', ''],
  ['ǅ', 'ǅ'],
])('capitals and digits separate the parts of %j: %j', (written, parts) => {
  expect(wordParts(written).join(' ')).toBe(parts)
})

test.each([
  ['#BestDayEver!', 'best day ever !'],
  ['so#love', 'so love'],
  ['#love#hate', 'love hate'],
  ['##love', 'love'],
  ['#dont', 'do not'],
  ['#DontBuy', 'do not buy'],
  ['#cant', 'can not'],
  ['#dontbuythisgame', 'do not buy this game'],
  ['#iwont', 'i will not'],
  ['#1', '1'],
  ['#', ''],
  ['# love', 'love'],
  ['#_', ''],
  ['#love.', 'love .'],
  ["#love's", 'love s'],
  ['＃love', 'love'],
  ['#love😂', 'love 😂'],
  ['&#35;love', 'love'],
  ['C#', 'c'],
])('hashtags: %j', readsAs)

test.each([
  ['@someone', '<user>'],
  ['@Some_One99 hi', '<user> hi'],
  ['@a@b', '<user> <user>'],
  ['.@someone', '. <user>'],
  ['@someone:', '<user> :'],
  ["@someone's", '<user> s'],
  ['＠someone', '<user>'],
  ['@', ''],
  ['@ home', 'home'],
  ['@@@', ''],
  ['me@home', 'me <user>'],
  ['@日本', '日本'],
  ['@someone@', '<user>'],
  ['by@someone', 'by <user>'],
])('mentions: %j', readsAs)
