import { expect, test } from 'vitest'
import type { CorpusRow } from '../../../../src/ml/training/corpora.ts'
import { fitTweetVocabulary, ownWords, PLACEHOLDER } from '../../../../src/ml/training/pooled-bilstm/vocabulary.ts'

const row = (id: string | null, text: string): CorpusRow => ({
  id,
  entity: null,
  text,
  label: 'NEUTRAL',
  isDevelopment: false,
})

const vocabularyOf = (
  rows: readonly CorpusRow[],
  { fewestTweets = 1, size = 100, others = [] as string[], foreign = [] as string[], emoji = [] as string[] },
) => [...fitTweetVocabulary(ownWords(rows, fewestTweets), others, size, foreign, emoji).words]

test("the tweets' words come first, by frequency and then alphabetically, followed by the placeholder, further words and the rest", () => {
  const rows = [row('1', 'zebra apple'), row('2', 'zebra mango'), row('3', 'zebra mango')]
  const words = vocabularyOf(rows, { others: ['the', 'mango', 'of'], foreign: ['nicht'] })
  expect(words).toEqual(['zebra', 'mango', 'apple', PLACEHOLDER, 'the', 'of', 'nicht'])
})

test('a word counts once per tweet, regardless of repetitions and variants', () => {
  const rows = [row('1', 'spam spam spam'), row('1', 'spam again'), row('2', 'word'), row('3', 'word')]
  expect(vocabularyOf(rows, {})).toEqual(['word', 'again', 'spam', PLACEHOLDER])
})

test('without ids, equal texts are one tweet', () => {
  const rows = [row(null, 'spam'), row(null, 'spam'), row(null, 'word one'), row(null, 'word two')]
  expect(vocabularyOf(rows, { fewestTweets: 2 })).toEqual(['word', PLACEHOLDER])
})

test('a word of fewer tweets than required is dropped, unless it is among the further words', () => {
  const rows = [row('1', 'rare often'), row('2', 'often seldom'), row('3', 'often')]
  expect(vocabularyOf(rows, { fewestTweets: 2 })).toEqual(['often', PLACEHOLDER])
  expect(vocabularyOf(rows, { fewestTweets: 2, others: ['rare'] })).toEqual(['often', PLACEHOLDER, 'rare'])
})

test('beyond fifty tweets, frequency still determines the order', () => {
  const many = (word: string, count: number) => Array.from({ length: count }, (_, id) => row(`${word}${id}`, word))
  const rows = [...many('sixty', 60), ...many('ninety', 90), ...many('fifty', 50)]
  expect(vocabularyOf(rows, {})).toEqual(['ninety', 'sixty', 'fifty', PLACEHOLDER])
  // The counts of one file are discarded before the next.
  expect(vocabularyOf([row('1', 'ninety'), row('2', 'fifty'), row('3', 'fifty')], {})).toEqual([
    'fifty',
    'ninety',
    PLACEHOLDER,
  ])
})

test('further words fill the vocabulary up to its size', () => {
  const others = ['the', 'of', 'and']
  expect(vocabularyOf([row('1', 'word')], { size: 4, others, foreign: ['que'] })).toEqual([
    'word',
    PLACEHOLDER,
    'the',
    'of',
    'que',
  ])
})

test('words are listed as the encoder looks them up: contractions split, faces and addresses as symbols, no hashtags', () => {
  const words = vocabularyOf([row('1', "DON'T miss soooo #GreatDay :) https://t.co/x")], {})
  expect(words.toSorted()).toEqual([':)', PLACEHOLDER, '<url>', 'do', 'miss', 'not', 'soo'].toSorted())
})

test('foreign words come last, whether or not they are in the other lists, with the id of the first one', () => {
  const rows = [row('1', 'que pasa'), row('2', 'que word')]
  const foreign = ['nicht', 'que', 'nicht']
  const vocabulary = fitTweetVocabulary(ownWords(rows, 1), ['nicht', 'the'], 100, foreign, [])
  expect(vocabulary).toEqual({ words: ['pasa', 'word', PLACEHOLDER, 'the', 'nicht', 'que'], foreignFrom: 5 })
})

test('every emoji is listed, before further words, and those of tweets by their frequency', () => {
  const words = vocabularyOf([row('1', 'great 🎉'), row('2', 'great')], {
    emoji: ['😍', '🎉'],
    others: ['the'],
  })
  expect(words).toEqual(['great', '🎉', '😍', PLACEHOLDER, 'the'])
})
