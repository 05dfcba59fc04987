import { describe, expect, test } from 'vitest'
import { parseTokenizer } from '../../../src/ml/keras-import/parse-tokenizer.ts'

const CONFIG = {
  num_words: null,
  filters: '!,<>\n',
  lower: true,
  split: ' ',
  char_level: false,
  oov_token: null,
  word_index: { love: 1, hate: 2, it: 3 },
}

/** In the format of `to_json()`: its tables are JSON in strings. */
const toJson = ({ word_index, ...config }: Record<string, unknown>) =>
  JSON.stringify({ class_name: 'Tokenizer', config: { ...CONFIG, ...config, word_index: JSON.stringify(word_index) } })
const parse = (changes: Record<string, unknown> = {}, rows = 10) =>
  parseTokenizer(toJson({ ...CONFIG, ...changes }), rows)

test('words are at their ids, as written by write() and by json.dump', () => {
  const expected = {
    isLowerCased: true,
    filteredCharacters: '!,<>\n',
    vocabulary: ['love', 'hate', 'it'],
    unknownTokenId: null,
  }
  expect(parse()).toEqual(expected)
  expect(parseTokenizer(JSON.stringify(toJson(CONFIG)), 10)).toEqual(expected)
  expect(parseTokenizer(`\uFEFF${toJson(CONFIG)}`, 10)).toEqual(expected)
})

describe('num_words', () => {
  test('drops ids from it on, and 0 drops none, as in Python', () => {
    expect(parse({ num_words: 3 }).vocabulary).toEqual(['love', 'hate'])
    expect(parse({ num_words: 0 }).vocabulary).toEqual(['love', 'hate', 'it'])
  })

  test('allows a smaller embedding', () => {
    expect(parse({ num_words: 3 }, 3).vocabulary).toHaveLength(2)
    expect(() => parse({}, 3)).toThrow(`Its word "it" has id 3; the model's embedding has ids 0 to 2`)
  })
})

describe('the token for unknown words', () => {
  test('has the id from word_index', () => {
    const tokenizer = parse({ oov_token: '<OOV>', word_index: { '<OOV>': 1, love: 2 } })
    expect(tokenizer).toMatchObject({ unknownTokenId: 1, vocabulary: ['<OOV>', 'love'] })
  })

  test('keeps an id that num_words drops, as in Keras', () => {
    expect(parse({ num_words: 2, oov_token: 'it' })).toMatchObject({ unknownTokenId: 3, vocabulary: ['love'] })
    expect(() => parse({ num_words: 2, oov_token: 'it' }, 3)).toThrow('Its oov_token has id 3')
  })

  test('is refused if it has no id', () => {
    expect(() => parse({ oov_token: '<OOV>' })).toThrow('Its oov_token "<OOV>" has no id from 1 in its word_index')
  })
})

describe('odd words', () => {
  test('ids without a word are empty lines', () => {
    expect(parse({ word_index: { love: 2, it: 4 } }).vocabulary).toEqual(['', 'love', '', 'it'])
  })

  test('names of object properties are ordinary words', () => {
    const wordIndex = '{"__proto__": 1, "constructor": 2, "7": 3}'
    const text = JSON.stringify({ class_name: 'Tokenizer', config: { ...CONFIG, word_index: wordIndex } })
    expect(parseTokenizer(text, 10).vocabulary).toEqual(['__proto__', 'constructor', '7'])
  })

  test('a word that no text can contain may have any id', () => {
    expect(parse({ word_index: { '<pad>': 0, love: 1, 'a\nb': 2, it: 3 } }).vocabulary).toEqual(['love', '', 'it'])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ pad: 0, love: 1 }, 'Its word "pad" has id 0; 0 is the padding'],
    [{ love: 1, it: 1 }, 'Its words "love" and "it" have the same id, 1.'],
    [{ love: 1.5 }, 'Its word "love" has an id that is not a whole number.'],
    [{ love: '1' }, 'Its word "love" has an id that is not a whole number'],
    [{ '\ud800': 1 }, 'cannot be a line of a UTF-8 file'],
    [{}, 'Its vocabulary is empty: fit_on_texts was never called.'],
  ])('%j is refused', (word_index, message) => {
    expect(() => parse({ word_index })).toThrow(message)
  })

  test('a word with a line break is refused if line breaks are not filtered', () => {
    expect(() => parse({ filters: '!', word_index: { 'a\nb': 1 } })).toThrow('Its word "a\\nb" cannot be a line')
  })
})

describe('unsupported tokenizers are refused', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ char_level: true }, 'It splits texts into characters (char_level)'],
    [{ split: '\t' }, 'It splits texts at "\\t"; only a space is supported.'],
    [{ analyzer: 'mine' }, 'with a custom function (analyzer)'],
    [{ filters: null }, 'It is not the output of tokenizer.to_json() of a Keras Tokenizer: see config.filters.'],
    [{ num_words: -1 }, 'see config.num_words'],
  ])('%j', (changes, message) => {
    expect(() => parse(changes)).toThrow(message)
  })

  test.each([
    ['', 'It is not JSON'],
    ['{"class_name": "Tok', 'It is not JSON'],
    ['"{"', 'It is not JSON'],
    ['[]', 'It is not the output of tokenizer.to_json()'],
    ['{"love": 1}', 'see class_name'],
    ['{"class_name": "TextVectorization", "config": {}}', 'see class_name'],
    [toJson({ word_index: [1] }), 'Its word_index is not a table'],
  ])('%s', (text, message) => {
    expect(() => parseTokenizer(text, 10)).toThrow(message)
  })
})
