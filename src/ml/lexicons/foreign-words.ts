import { createRequire } from 'node:module'
import { lexiconFile } from './lexicon-packages.ts'
import type { SentimentLexicons } from './sentiment-lexicons.ts'
import type { WordVectors } from './word-vectors.ts'

/** Languages in Latin script that most often appear in a feed of English tweets. */
const LANGUAGES = [
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'id',
  'ms',
  'tr',
  'tl',
  'pl',
  'sv',
  'no',
  'da',
  'fi',
  'ro',
  'ca',
  'hu',
  'cs',
  'sw',
] as const

/** A word of a higher rank in the vectors' corpus is too rare in English text to count as English. */
const ENGLISH_RANKS = 3000

/** Function words of other languages (npm's stopwords-iso) that are not English words, one list per language. */
export function readForeignWords(
  root: string,
  vectors: WordVectors,
  { afinn, vader }: Pick<SentimentLexicons, 'afinn' | 'vader'>,
): readonly (readonly string[])[] {
  const lists = createRequire(import.meta.url)(lexiconFile(root, 'stopwords-iso', 'stopwords-iso.json')) as Readonly<
    Record<string, readonly string[]>
  >
  const english = new Set(lists.en)
  const isForeign = (word: string) =>
    /^\p{L}{2,}$/u.test(word) &&
    !english.has(word) &&
    !afinn.has(word) &&
    !vader.has(word) &&
    (vectors.rankOf.get(word) ?? Number.POSITIVE_INFINITY) >= ENGLISH_RANKS
  return LANGUAGES.map(language => (lists[language] ?? []).map(word => word.toLowerCase()).filter(isForeign))
}
