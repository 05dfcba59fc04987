import { expect, test } from 'vitest'
import {
  contextCount,
  contextOf,
  createTweetEncoder,
  MARKS,
} from '../../../../src/ml/language/tweet-words/tweet-encoder.ts'
import { VOCABULARY } from './small-vocabulary.ts'

const encode = createTweetEncoder({ maxTokens: 8, entities: ['Amazon', 'AT&T'] }, VOCABULARY)
const about = (entity: string | null, text: string) => encode({ text, entity })
const marksOf = (text: string, entity: string | null = null) => [...about(entity, text).marks]

test.each([
  ['good game', [0, 0]],
  ['GOOD game', [MARKS.shouted, 0]],
  ['goooood game', [MARKS.stretched, 0]],
  ['GOOOOD game', [MARKS.shouted | MARKS.stretched, 0]],
  ["I DON'T", [0, MARKS.shouted, MARKS.shouted]],
  ['I DON’T', [0, MARKS.shouted, MARKS.shouted]],
  ["I DO N'T", [0, MARKS.shouted, MARKS.shouted]],
  ['*LOL*', [MARKS.shouted]],
  ['F*CK', [MARKS.shouted]],
  ['I', [0]],
  ['A 5', [0, 0]],
  ['2020', [0]],
  ['PS5', [MARKS.shouted]],
  ['P5', [0]],
  ['ЛЮБЛЮ', [MARKS.shouted]],
  ['好好', [0]],
  ['#LOVE', [0]],
  ['!!!!', [0]],
  ['hahahaaaa', [MARKS.stretched]],
  ['', []],
])('the marks of %j', (text, marks) => {
  expect(marksOf(text)).toEqual(marks)
})

test.each([
  ['Amazon', 'amazon is good', [MARKS.entity, 0, 0]],
  ['Amazon', 'AMAZON is good', [MARKS.entity | MARKS.shouted, 0, 0]],
  ['Amazon', "amazon's", [MARKS.entity, MARKS.entity]],
  ['Amazon', '@amazon good', [MARKS.entity, 0]],
  ['Amazon', '@HelpAmazon good', [MARKS.entity, MARKS.entity, 0]],
  ['Amazon', '@someone good', [0, 0]],
  ['AT&T', 'AT&amp;T bad', [MARKS.entity | MARKS.shouted, MARKS.entity, 0]],
  ['Home Depot', 'my Home Depot', [0, MARKS.entity, MARKS.entity]],
  ['Home Depot', 'good', [0]],
])('the marks of %s in %j', (entity, text, marks) => {
  expect(marksOf(text, entity)).toEqual(marks)
})

test.each([
  [null, 'amazon', 0],
  ['Home Depot', 'home depot', contextOf(-1, true)],
  ['Home Depot', 'so', contextOf(-1, false)],
  ['Amazon', 'amazon', contextOf(0, true)],
  ['amazon', 'so', contextOf(0, false)],
  ['at & t', 'att', contextOf(1, true)],
  ['AT&T', 'so', contextOf(1, false)],
  ['', 'so', contextOf(-1, false)],
])('the context of %j in %j', (entity, text, context) => {
  expect(about(entity, text).context).toBe(context)
  expect(context).toBeLessThan(contextCount(2))
})

test('every context is a different number below their count', () => {
  const contexts = [-1, 0, 1].flatMap(known => [contextOf(known, true), contextOf(known, false)])
  expect([0, ...contexts].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(contextCount(2)).toBe(7)
})

test.each([
  ['good game', 0],
  ['good zyxwv', 1 / 2],
  ['zyxwv', 1],
  ['', 1],
  ['!!! ... ,', 1],
  ['@someone https://t.co/x', 1],
  ['good @someone https://t.co/x !!!', 0],
  ['2020 12:30', 1],
  ['2020 好', 1],
  ['good 2020 好', 1 / 2],
  ['😂', 0],
  ['❤️', 0],
  ['🧿', 1],
  [':)', 0],
  [':D', 1],
  ['<3', 0],
  ['#bestday', 0],
  ['#bestzyxwv', 1 / 2],
  ['今日は天気がいい', 1],
  ['Привет мир', 1],
])('the share of unknown words in %j is %d', (text, share) => {
  expect(about(null, text).unknownTokenShare).toBe(share)
})

test.each([
  ['good '.repeat(8), false],
  ['good '.repeat(9), true],
  ["don't ".repeat(4), false],
  ["don't ".repeat(5), true],
  [`${'good '.repeat(7)}don't`, true],
  [' '.repeat(5000), false],
  [`good${' '.repeat(5000)}`, false],
  [`good${' '.repeat(5000)}game`, true],
  ['x'.repeat(5000), true],
])('whether %j is cut: %j', (text, isTruncated) => {
  const encoded = about(null, text)
  expect(encoded.isTruncated).toBe(isTruncated)
  expect(encoded.tokenIds.length).toBeLessThanOrEqual(8)
})

test('the word at index n of the vocabulary is token n + 1, and an unlisted one is 0', () => {
  expect([...about(null, `${VOCABULARY[0]} ${VOCABULARY[15]} zyxwv`).tokenIds].slice(-2)).toEqual([16, 0])
})

test('more than a thousand entities are each read by their own name', () => {
  for (let number = 0; number <= 1000; number++) about(`brand${'x'.repeat(number % 30)}${number}`, 'so')
  expect(marksOf('good amazon', 'Amazon')).toEqual([0, MARKS.entity])
})

test('an entity named after the cut counts as not mentioned', () => {
  const before = 'good game '.repeat(4)
  expect(about('Amazon', `${before}amazon`)).toMatchObject({ isTruncated: true, context: contextOf(0, false) })
  expect(about('Amazon', `amazon ${before}`)).toMatchObject({ isTruncated: true, context: contextOf(0, true) })
})

const withFinder = createTweetEncoder({ maxTokens: 8, entities: [], nameFinder: 2 }, VOCABULARY)

test('a model without a name finder reads an address as a link, even if it is the name of the entity', () => {
  expect(about('Work.com', 'work.com is good')).toMatchObject({ marks: Uint8Array.of(0, 0, 0), context: 2 })
})

test('a model with the name finder reads an address that is the name of the entity as that name', () => {
  const encoded = withFinder({ text: 'work.com is good', entity: 'Work.com' })
  expect(encoded).toMatchObject({ marks: Uint8Array.of(MARKS.entity, 0, 0), context: 1 })
  expect(encoded.tokenIds[0]).toBe(VOCABULARY.indexOf('work') + 1)
})

test.each([
  ['by letters', encode],
  ['as written', withFinder],
])('aliases are marked as the name is, found %s', (_, encodeTweet) => {
  const mention = { text: 'FBook is good', entity: 'Facebook' }
  expect(encodeTweet(mention)).toMatchObject({ marks: Uint8Array.of(0, 0, 0), context: 2 })
  expect(encodeTweet({ ...mention, aliases: ['FBook'] })).toMatchObject({
    marks: Uint8Array.of(MARKS.entity, 0, 0),
    context: 1,
  })
  expect(encodeTweet({ ...mention, aliases: [] })).toEqual(encodeTweet(mention))
})

test('mentions, hashtags and words with a capital may be names, for models that read this mark', () => {
  const read = createTweetEncoder({ maxTokens: 20, entities: [], marks: 4 }, VOCABULARY)
  const marks = [...read({ text: "I'd say @joe met Ann #now, I think", entity: 'Ann' }).marks]
  expect(marks.filter(mark => (mark & MARKS.name) !== 0)).toHaveLength(3)
  expect(marks.find(mark => (mark & MARKS.entity) !== 0)).toBe(MARKS.entity | MARKS.name)
  const former = createTweetEncoder({ maxTokens: 20, entities: [] }, VOCABULARY)
  expect([...former({ text: '@joe met Ann #now', entity: 'Ann' }).marks]).toEqual([0, 0, MARKS.entity, 0])
})
