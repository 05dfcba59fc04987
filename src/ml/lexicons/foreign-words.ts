import { createRequire } from 'node:module'
import { lexiconFile } from './lexicon-packages.ts'
import type { SentimentLexicons } from './sentiment-lexicons.ts'
import type { WordVectors } from './word-vectors.ts'

/** Languages in Latin script that most often appear in a feed of tweets. */
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

/** A word of a higher rank in the vectors' corpus is too rare in the own language to count as one of it. */
const OWN_RANKS = 3000

/**
 * Function words of other languages (npm's stopwords-iso) that are not words of the own one, one list per language.
 */
export function readForeignWords(
  root: string,
  vectors: WordVectors,
  { afinn, vader }: Pick<SentimentLexicons, 'afinn' | 'vader'>,
  own = 'en',
): readonly (readonly string[])[] {
  const lists = createRequire(import.meta.url)(lexiconFile(root, 'stopwords-iso', 'stopwords-iso.json')) as Readonly<
    Record<string, readonly string[]>
  >
  const native = new Set(lists[own])
  const isForeign = (word: string) =>
    /^\p{L}{2,}$/u.test(word) &&
    !native.has(word) &&
    !afinn.has(word) &&
    !vader.has(word) &&
    (vectors.rankOf.get(word) ?? Number.POSITIVE_INFINITY) >= OWN_RANKS
  const others = own === 'en' ? LANGUAGES : [...LANGUAGES.filter(language => language !== own), 'en']
  return others.map(language => (lists[language] ?? []).map(word => word.toLowerCase()).filter(isForeign))
}
