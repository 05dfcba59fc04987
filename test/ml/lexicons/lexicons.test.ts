import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readForeignWords } from '../../../src/ml/lexicons/foreign-words.ts'
import { areLexiconsInstalled, checkLexicons } from '../../../src/ml/lexicons/installed.ts'
import { readSentimentLexicons } from '../../../src/ml/lexicons/sentiment-lexicons.ts'
import { LEXICON_FEATURES, lexiconRows, wordVectorRows } from '../../../src/ml/lexicons/word-features.ts'
import { readWordVectors } from '../../../src/ml/lexicons/word-vectors.ts'
import { UsageError } from '../../../src/problem/problem.ts'
import { VECTORS, writeTinyLexicons } from './tiny-lexicons.ts'

const root = mkdtempSync(join(tmpdir(), 'pulso-lexicons-'))
beforeAll(() => writeTinyLexicons(root))
afterAll(() => rmSync(root, { recursive: true }))

const rowOf = (rows: Float32Array, row: number, size: number) =>
  [...rows.subarray(row * size, (row + 1) * size)].map(value => Math.round(value * 1e4) / 1e4)

test('a missing package is reported with the command that installs it', () => {
  expect(areLexiconsInstalled(root)).toBe(true)
  expect(() => checkLexicons(root)).not.toThrow()
  const nowhere = join(root, 'nowhere')
  expect(areLexiconsInstalled(nowhere)).toBe(false)
  expect(() => checkLexicons(nowhere)).toThrow(UsageError)
  expect(() => checkLexicons(nowhere)).toThrow('npm run lexicons')
})

test('a word has its vector without the norm and the index after it, and object properties are not words', () => {
  const vectors = readWordVectors(root)
  expect(vectors.dimensions).toBe(3)
  expect(vectors.words).toEqual(Object.keys(VECTORS))
  expect(vectors.rankOf.get('hate')).toBe(2)
  expect(vectors.vectorOf('love')).toEqual(Float32Array.of(1, 0, 0.5))
  for (const word of ['constructor', '__proto__', 'unheard']) expect(vectors.vectorOf(word), word).toBeNull()
})

test('an emoji and a face have the mean vector of the words that name them', async () => {
  const words = ['love', '😀', ':)', '<entity>', '<user>', '', 'constructor']
  const rows = wordVectorRows(words, readWordVectors(root), await readSentimentLexicons(root))
  expect(rows).toHaveLength(3 * words.length)
  expect(rowOf(rows, 0, 3)).toEqual([1, 0, 0.5])
  // Both are "happy smile".
  for (const face of [1, 2]) expect(rowOf(rows, face, 3)).toEqual([0.7, 0, 0.2])
  // Named by a word without a vector, or by none.
  for (const unknown of [3, 4, 5, 6]) expect(rowOf(rows, unknown, 3)).toEqual([0, 0, 0])
})

test('lexicon features of a word: three polarities near 1, negation, strength, and whether it has any polarity', async () => {
  const words = ['love', 'hate', '❤', ":'(", ';)', 'not', 'very', 'hardly', 'phone']
  const rows = lexiconRows(words, await readSentimentLexicons(root))
  const expected = [
    [0.6, 0.8, 0, 0, 0, 1],
    [-0.6, -0.675, 0, 0, 0, 1],
    [0, 0, 0.6, 0, 0, 1],
    [0, -0.475, 0, 0, 0, 1],
    [0, 0.5, 0, 0, 0, 1],
    [0, 0, 0, 1, 0, 0],
    [0, 0, 0, 0, 1, 0],
    [0, 0, 0, 1, -1, 0],
    [0, 0, 0, 0, 0, 0],
  ]
  for (const [row, features] of expected.entries())
    expect(rowOf(rows, row, LEXICON_FEATURES), words[row]).toEqual(features)
})

test('foreign words are neither English, nor frequent in English, nor in an English dictionary, nor single letters', async () => {
  const languages = readForeignWords(root, readWordVectors(root), await readSentimentLexicons(root))
  expect(languages).toHaveLength(20)
  expect(languages[0]).toEqual(['nunca', 'él'])
  expect(languages.flat()).toEqual(['nunca', 'él', 'nicht'])
})
