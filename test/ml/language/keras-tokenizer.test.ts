import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createKerasTokenizer,
  type KerasTokenizerOptions,
  kerasWords,
} from '../../../src/ml/language/keras-tokenizer.ts'

const OPTIONS: KerasTokenizerOptions = {
  isLowerCased: true,
  removedSubstrings: ['@', '<unk>'],
  filteredCharacters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n',
  maxTokens: 4,
}
const VOCABULARY = ['i', 'love', 'xbox', 'it', 'hate']
const tokenize = createKerasTokenizer(OPTIONS, VOCABULARY)

describe('words match keras-preprocessing 1.1.2 after lower(), replace("@", "") and replace("<unk>", "")', () => {
  test.each([
    ['I LOVE @Xbox, I LOVE it!!!', ['i', 'love', 'xbox', 'i', 'love', 'it']],
    ["don't say e-mail; it's <unk>fine", ["don't", 'say', 'e', 'mail', "it's", 'fine']],
    ['ΟΔΟΣ ΟΔΟΣ. İstanbul STRASSE', ['οδος', 'οδος', 'i\u0307stanbul', 'strasse']],
    ['tab\tnew\nline no\u00a0break car\rriage', ['tab', 'new', 'line', 'no\u00a0break', 'car\rriage']],
    ['<@unk> <UNK>gone a<unk>b', ['gone', 'ab']],
    ['[a]b^c\\d{e}|f~g`h_i=j+k', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']],
    ['“quoted” it’s 🤣🤣 fine', ['“quoted”', 'it’s', '🤣🤣', 'fine']],
    ['\u2028sep \u3000wide', ['\u2028sep', '\u3000wide']],
    ['@@@ !!! ...', []],
    ['', []],
  ])('%j', (text, words) => {
    expect(kerasWords(OPTIONS)(text)).toEqual(words)
  })

  test('a sigma is final before a filtered character and not inside a word', () => {
    expect(kerasWords(OPTIONS)("ΑΣ' ΑΣΒ Σ")).toEqual(["ας'", 'ασβ', 'σ'])
  })

  test('case is kept if the manifest says so', () => {
    expect(kerasWords({ ...OPTIONS, isLowerCased: false })('I Love')).toEqual(['I', 'Love'])
  })
})

describe('token ids match texts_to_sequences and pad_sequences(maxlen=4)', () => {
  test.each([
    ['I hate Xbox, I love it', [3, 1, 2, 4], true],
    ['love it i hate @xbox love i i', [3, 2, 1, 1], true],
    ['i love xbox it', [1, 2, 3, 4], false],
    ['play play lag', [], false],
  ])('%j', (text, ids, isTruncated) => {
    const tokenized = tokenize(text)
    expect([...tokenized.tokenIds]).toEqual(ids)
    expect(tokenized.isTruncated).toBe(isTruncated)
  })

  test('dropped words do not push known ones out of the window', () => {
    expect(tokenize('i love zelda zelda zelda zelda').isTruncated).toBe(false)
  })
})

describe('with a token for unknown words (oov_token), as in Keras', () => {
  const tokenizeAll = createKerasTokenizer({ ...OPTIONS, unknownTokenId: 1 }, ['<OOV>', ...VOCABULARY])

  test.each([
    ['i love zelda', [2, 3, 1], 1 / 3],
    ['zelda mario', [1, 1], 1],
    ['i love it', [2, 3, 5], 0],
    ['', [], 1],
  ])('%j', (text, ids, share) => {
    const { tokenIds, unknownTokenShare } = tokenizeAll(text)
    expect([...tokenIds]).toEqual(ids)
    expect(unknownTokenShare).toBeCloseTo(share, 12)
  })

  test('unknown words push known ones out of the window', () => {
    expect(tokenizeAll('love zelda zelda zelda zelda')).toMatchObject({ isTruncated: true, unknownTokenShare: 4 / 5 })
    expect([...tokenizeAll('love zelda zelda zelda zelda').tokenIds]).toEqual([1, 1, 1, 1])
  })
})

test("truncating='post' keeps the first tokens", () => {
  const tokenizeStart = createKerasTokenizer({ ...OPTIONS, truncating: 'post' }, VOCABULARY)
  expect([...tokenizeStart('love it i hate @xbox love i i').tokenIds]).toEqual([2, 4, 1, 5])
})

describe('share of unknown words', () => {
  test.each([
    ['i love zelda', 1 / 3],
    ['i love it', 0],
    ['zelda', 1],
    ['', 1],
    ['@ ...', 1],
  ])('%j', (text, share) => {
    expect(tokenize(text).unknownTokenShare).toBeCloseTo(share, 12)
  })
})

test('for any text, ids are in the vocabulary and within the window, and the share is between 0 and 1', () => {
  const word = fc.oneof(fc.constantFrom(...VOCABULARY), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(word), words => {
      const { tokenIds, unknownTokenShare } = tokenize(words.join(' '))
      expect(tokenIds.length).toBeLessThanOrEqual(OPTIONS.maxTokens)
      expect([...tokenIds].every(id => id >= 1 && id <= VOCABULARY.length)).toBe(true)
      expect(unknownTokenShare).toBeGreaterThanOrEqual(0)
      expect(unknownTokenShare).toBeLessThanOrEqual(1)
    }),
  )
})
