import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { entityNames } from '../../../../src/ml/language/tweet-words/entity-names.ts'
import { expandContraction } from '../../../../src/ml/language/tweet-words/expand-contraction.ts'
import { isStretched, lookUpWord, normalSpelling } from '../../../../src/ml/language/tweet-words/look-up-word.ts'
import { matchEntity } from '../../../../src/ml/language/tweet-words/match-entity.ts'
import { createTweetEncoder } from '../../../../src/ml/language/tweet-words/tweet-encoder.ts'
import { tweetSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'
import { wordsOf } from '../../../../src/ml/language/tweet-words/words-of.ts'
import { cpuMicroseconds } from '../../../support/cpu-microseconds.ts'
import { IDS, VOCABULARY } from './small-vocabulary.ts'

const MAX_TOKENS = 16
const encode = createTweetEncoder({ maxTokens: MAX_TOKENS, entities: ['Amazon', 'AT&T'] }, VOCABULARY)

/**
 * Strings that the patterns of this directory begin with, repeat or search for; most bugs occur at their combinations.
 */
const FRAGMENTS = [
  ...[
    'a',
    'A',
    'Aa',
    'aA',
    'ha',
    'he',
    'ja',
    'lol',
    'lolz',
    'lo',
    'z',
    'xd',
    'McA',
    'n',
    "n't",
    " n ' t",
    "'",
    "'s",
    "a's",
  ],
  ...[
    '@',
    '#',
    '#1',
    '#a',
    '#_',
    '@_',
    '_',
    '<',
    '<3',
    '</',
    '(',
    '[',
    '{',
    '(((',
    '((( ',
    ')',
    ')))',
    ':',
    ':-',
    ":'",
    ';',
  ],
  ...[
    '=',
    '8',
    '8-',
    '^',
    '^_',
    '>',
    '>.',
    '-',
    '-_',
    '--',
    'o_',
    't_',
    'd:',
    '*',
    'f*',
    'a*',
    '!',
    '?',
    '!?',
    ',',
    '"',
  ],
  ...['.', '..', 'a.', 'a-', 'a+', 'a_', 'a@', 'a.b@', '1', '1.', '1,', '1:', '1a', '%', '/', ' / ', 'a /', 'a.com/'],
  ...['a.com', 'a.b.c.', 'http://', 'http:', 'www.', '&', '&#', '&amp;', '&lt', '&#x', '\\', '\\n', '\\u00', '\\ud83d'],
  ...['\u0301', 'e\u0301\u0302', '\u{1d165}', '\u0345', '\u200b', '\u200d', '\ufe0f', '\u{1f3fd}', '\ufffd', '\u0000'],
  ...[
    '😂',
    '👩\u200d',
    '🇬',
    '\ud800',
    '\udc00',
    'â€',
    'Ã',
    'ðŸ',
    'Â',
    '``',
    'ﷺ',
    '日',
    'ー',
    'ß',
    'İ',
    'ſ',
    'ǅ',
    'Ⅷ',
    '½',
  ],
  ...[' ', '\n', '\u2028', 'amazon', 'AT&T', 'at', 't'],
]

/** Full Unicode with halves of surrogate pairs, mixed with the fragments in any order. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map(codes => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map(parts => parts.join('')),
)

test('any text with any entity is read: as many marks as tokens, at most the limit, a share between 0 and 1', () => {
  fc.assert(
    fc.property(anyText, fc.option(anyText), (text, entity) => {
      const { tokenIds, marks, unknownTokenShare, context } = encode({ text, entity })
      expect(tokenIds.length).toBe(marks.length)
      expect(tokenIds.length).toBeLessThanOrEqual(MAX_TOKENS)
      expect(tokenIds.every(id => id >= 0 && id <= VOCABULARY.length)).toBe(true)
      expect(marks.every(mark => mark >= 0 && mark <= 7)).toBe(true)
      expect(unknownTokenShare).toBeGreaterThanOrEqual(0)
      expect(unknownTokenShare).toBeLessThanOrEqual(1)
      expect(context >= 0 && context < 7).toBe(true)
      expect(context === 0).toBe(entity === null)
    }),
    { numRuns: 1500 },
  )
})

test('the same text gives the same tokens, regardless of other texts in between', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, entity, other) => {
      const first = encode({ text, entity })
      encode({ text: other, entity: other })
      expect(encode({ text, entity })).toEqual(first)
    }),
    { numRuns: 500 },
  )
})

test('an encoder that has read thousands of texts reads the next one as a new encoder does', () => {
  const options = { maxTokens: MAX_TOKENS, entities: ['Amazon', 'AT&T'], foreignFrom: 40 }
  const experienced = createTweetEncoder(options, VOCABULARY)
  fc.assert(
    fc.property(anyText, fc.option(anyText), (text, entity) => {
      expect(experienced({ text, entity })).toEqual(createTweetEncoder(options, VOCABULARY)({ text, entity }))
    }),
    { numRuns: 3000 },
  )
})

test('printable ASCII is decoded as it is next to other scripts, which takes every step', () => {
  const ascii = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
    fc
      .array(fc.constantFrom('a', 'n', 't', "'", "''", '`', ' ', '&', '&lt;', '\\n', '.'), { maxLength: 40 })
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(ascii, text => {
      expect(decodeTweet(`¿ ${text}`)).toBe(`¿ ${decodeTweet(text)}`)
    }),
    { numRuns: 3000 },
  )
})

test('a word ends with its letters, digits and marks, and continues after an apostrophe, in any mixture of scripts', () => {
  const letters = fc.array(fc.constantFrom('a', 'B', 'q', '7', 'é', 'e\u0301', 'ж', '日', '𝒜', "'", "'s", ' ', '"'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(letters, parts => {
      const text = `q${parts.join('')}`
      const word = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*/u.exec(text)?.[0]
      const [first] = tweetSurfaces(text)
      expect(first).toMatchObject({ kind: 'word', written: word })
    }),
    { numRuns: 3000 },
  )
})

test('an entity that is not mentioned changes no token', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(encode({ text, entity: 'zyxwvut' }).tokenIds).toEqual(encode({ text, entity: null }).tokenIds)
    }),
    { numRuns: 500 },
  )
})

test('no piece of a tweet is empty or outside of it, and every piece has a word', () => {
  fc.assert(
    fc.property(anyText, text => {
      const decoded = decodeTweet(text)
      let end = 0
      for (const surface of tweetSurfaces(decoded)) {
        expect(surface.text).not.toBe('')
        if (surface.kind !== 'symbol') {
          const start = decoded.indexOf(surface.written, end)
          expect(start).toBeGreaterThanOrEqual(end)
          end = start + surface.written.length
        }
        const words = wordsOf(surface, false, IDS)
        expect(words.length).toBeGreaterThan(0)
        expect(words).not.toContain('')
      }
    }),
    { numRuns: 1000 },
  )
})

test('a decoded tweet is well-formed', () => {
  fc.assert(
    fc.property(anyText, text => !/\p{Cs}/u.test(decodeTweet(text))),
    { numRuns: 1000 },
  )
})

test('decoding printable ASCII without an escape or an HTML entity is idempotent', () => {
  const plain = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
    fc
      .array(fc.constantFrom('a', 'n', 't', 's', 'N', 'T', "'", "''", '`', ' ', 're', '5', '.'), { maxLength: 40 })
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(plain, text => {
      const unescaped = text.replaceAll(/[\\&]/g, ' ')
      const once = decodeTweet(unescaped)
      expect(decodeTweet(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test('a name that is found is also found in its own hashtag and after an @', () => {
  const name = fc.stringMatching(/^[a-z]{3,12}$/)
  fc.assert(
    fc.property(name, word => {
      const names = entityNames(word)
      for (const text of [word, `#${word}`, `@${word}`, `${word}'s`, word.toUpperCase()])
        expect(matchEntity([...tweetSurfaces(`so ${text} !`)], names)).toEqual(new Set([1]))
    }),
  )
})

/** Reads a text with every function that takes a text or word of unbounded length. */
function readThrough(text: string): void {
  const decoded = decodeTweet(text)
  for (const surface of tweetSurfaces(decoded)) {
    const words = wordsOf(surface, true, IDS)
    for (const word of words) lookUpWord(word, isStretched(word), IDS)
  }
  for (const _ of tweetSurfaces(text));
  expandContraction(normalSpelling(text.toLowerCase()))
  entityNames(text)
}

/** A pattern that backtracks takes four times as long for twice the text, and 64 times for eight times. */
const TIMES_LONGER = 8
const MOST_TIMES_SLOWER = 30
/** Below this a clock is too coarse; an exponential pattern never ends at all. */
const LEAST_MICROSECONDS = 4000

test.each(FRAGMENTS.map(fragment => [fragment]))('the time for repetitions of %j grows linearly', fragment => {
  for (const end of ['x', '~']) {
    const text = (length: number) => fragment.repeat(Math.ceil(length / fragment.length)) + end
    readThrough(text(2500))
    const short = Math.max(
      cpuMicroseconds(() => readThrough(text(2500))),
      LEAST_MICROSECONDS,
    )
    const long = cpuMicroseconds(() => readThrough(text(2500 * TIMES_LONGER)))
    expect(long / short).toBeLessThan(MOST_TIMES_SLOWER)
  }
})

test('of an article, only as much is read as a network needs', () => {
  const article = 'love this game '.repeat(700_000)
  expect(encode({ text: article, entity: 'game' })).toEqual(encode({ text: article.slice(0, 4500), entity: 'game' }))
})
