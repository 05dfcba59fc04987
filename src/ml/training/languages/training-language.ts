import type { LanguageLexicons } from '../../lexicons/language-lexicons.ts'
import type { SentimentLexicons } from '../../lexicons/sentiment-lexicons.ts'
import type { KnownCorpus } from '../known-corpora.ts'
import type { Material } from '../rows/made-row.ts'
import type { RowLanguage } from '../rows/row-language.ts'

/** Everything in a recipe that depends on the language of the tweets. */
export interface TrainingLanguage {
  /** ISO 639-1. */
  readonly code: string
  /** Matches the words of word vectors that a vocabulary may list. */
  readonly word: RegExp
  readonly corpora: readonly KnownCorpus[]
  /** Sources that the language's model is never trained on. They show what it is worth on a new feed. */
  readonly unseenSources: readonly KnownCorpus[]
  /** Other texts that the model is never trained on. With the unseen sources, they show how its errors differ between sources. */
  readonly genres: readonly KnownCorpus[]
  readonly rows: RowLanguage
  /** @param own words of the training tweets, most frequent first. */
  readLexicons(root: string, own: readonly string[]): Promise<LanguageLexicons>
  /** Polar words of dictionaries that can follow a form of "to be". */
  adjectives(lexicons: Pick<SentimentLexicons, 'afinn' | 'vader'>): Material['adjectives']
}
