import { expect, test } from 'vitest'
import { findSentences, type Passage } from '../../../../src/ml/language/clauses/find-clauses.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'

function split(text: string) {
  const pieces = [...locatedSurfaces(text)]
  const written = ({ start, end }: Passage) => text.slice(pieces[start]?.start, pieces[end - 1]?.end)
  return findSentences(text, pieces).map(({ clauses }) => clauses.map(written))
}

const SENTENCES: readonly (readonly [text: string, sentences: readonly (readonly string[])[]])[] = [
  ['I came. I saw! Did I win?', [['I came.'], ['I saw!'], ['Did I win?']]],
  ['Mr. Smith of the U.S. likes v1.2 by J. K. Rowling', [['Mr. Smith of the U.S. likes v1.2 by J. K. Rowling']]],
  ['first line\nsecond line', [['first line'], ['second line']]],
  ['love it 😍 Hate the box', [['love it 😍'], ['Hate the box']]],
  ['the app is great but support is awful', [['the app is great', 'but support is awful']]],
  ['la app es genial, pero tarda; no vuelvo', [['la app es genial,', 'pero tarda;', 'no vuelvo']]],
  ['😀 😀 I love it', [['😀 😀 I love it']]],
  ['', []],
]

test.each(SENTENCES)('%j', (text, sentences) => {
  expect(split(text)).toEqual(sentences)
})

test('a text of many sentences has at most 200, which cover it', () => {
  const pieces = [...locatedSurfaces('Ab. '.repeat(2000))]
  const sentences = findSentences('Ab. '.repeat(2000), pieces)
  expect(sentences).toHaveLength(200)
  expect(sentences.at(-1)?.end).toBe(pieces.length)
})
