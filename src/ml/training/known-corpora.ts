import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import { type Corpus, type CorpusSource, readCorpus } from './corpora.ts'

/** A corpus that a recipe knows: which rows of which file, and how they are read. */
export interface KnownCorpus extends Omit<CorpusSource, 'path' | 'table' | 'development'> {
  readonly name: string
  /** With or without `.gz`. */
  readonly file: string
  /** Of a file without a header, or with other words in it. */
  readonly columns?: string
  readonly development?: readonly [column: string, ...values: string[]]
}

/** Twitter-2015 and Twitter-2017 separate the signs of mentions and hashtags from their names. */
const joinSigns = (text: string) => text.replace(/(^|\s)([@#]) (?=[\p{L}\p{N}_])/gu, '$1$2')

/** The corpora of the default model. `CARD.md` of the model names their authors. */
export const ENGLISH_CORPORA: readonly KnownCorpus[] = [
  { name: 'kaggle', file: 'twitter_training.csv', columns: 'id,entity,sentiment,text' },
  {
    name: 'semeval-topics',
    file: 'semeval_topics.csv',
    // Its labels are scores from -2 to 2.
    columns: 'id,entity,score,text,-',
    development: ['column_5', '2016dev'],
  },
  { name: 'semeval-messages', file: 'semeval_messages.csv', development: ['part', '2013dev', '2016dev'] },
  { name: 'dong', file: 'target_tweets.csv', passes: 3 },
  {
    name: 'twitter-2015',
    file: 'more_targets_en.csv',
    only: { column: 'source', value: 'twitter2015' },
    repair: joinSigns,
    isGroupedByText: true,
  },
  {
    name: 'twitter-2017',
    file: 'more_targets_en.csv',
    only: { column: 'source', value: 'twitter2017' },
    repair: joinSigns,
    isGroupedByText: true,
  },
  { name: 'semeval-2015-topics', file: 'more_targets_en.csv', only: { column: 'source', value: 'semeval2015_topics' } },
  { name: 'mams', file: 'more_genres_en.csv', only: { column: 'source', value: 'mams' }, isTweets: false },
  { name: 'tse', file: 'more_messages_en.csv', only: { column: 'source', value: 'tse_kaggle' } },
  { name: 'vader-tweets', file: 'more_messages_en.csv', only: { column: 'source', value: 'vader_tweets' } },
]

const TARGETS = 'more_targets_en.csv'

/** Sources that the default model is never trained on. They show what it is worth on a new feed. */
export const UNSEEN_ENGLISH_SOURCES: readonly KnownCorpus[] = [
  { name: 'sanders', file: 'sanders_feed.csv' },
  { name: 'apple', file: TARGETS, only: { column: 'source', value: 'apple_dfe' } },
  { name: 'coachella', file: TARGETS, only: { column: 'source', value: 'coachella' } },
  { name: 'debate-2015', file: TARGETS, only: { column: 'source', value: 'gop_debate2015' } },
  { name: 'eight-events', file: TARGETS, only: { column: 'source', value: 'emoevent_en' } },
  { name: 'self-driving-cars', file: TARGETS, only: { column: 'source', value: 'selfdrive_dfe' } },
]

const GENRES = 'more_genres_en.csv'
const ofGenres = (name: string, source: string): KnownCorpus => ({
  name,
  file: GENRES,
  only: { column: 'source', value: source },
  isTweets: false,
})

/** Texts that are no tweets, about named entities. They show how far a source can be from all tweets. */
export const ENGLISH_GENRES: readonly KnownCorpus[] = [
  ofGenres('political-news', 'newsmtsc'),
  ofGenres('financial-news', 'sentfin'),
  ofGenres('television-reviews', 'television'),
  ofGenres('restaurant-reviews', 'restaurant14_16'),
  ofGenres('shirt-reviews', 'tshirt'),
  ofGenres('course-reviews', 'mooc_en'),
]

/** Reads the corpora of a recipe whose files are in the directory. Throws a `UsageError` if there are none. */
export async function readKnownCorpora(
  directory: string,
  say: (line: string) => void,
  known: readonly KnownCorpus[] = ENGLISH_CORPORA,
): Promise<Corpus[]> {
  const corpora = await readPresentCorpora(known, directory, say)
  if (corpora.length > 0) return corpora
  const files = [...new Set(known.map(({ file }) => file))].join(', ')
  throw new UsageError(`${directory} has none of the known corpora: ${files}, plain or with .gz.`)
}

/** Reads those of the corpora whose files are in the directory; there may be none. */
export async function readPresentCorpora(
  known: readonly KnownCorpus[],
  directory: string,
  say: (line: string) => void,
): Promise<Corpus[]> {
  const corpora: Corpus[] = []
  for (const { file, columns = null, development, ...source } of known) {
    const path = [join(directory, file), join(directory, `${file}.gz`)].find(existsSync)
    if (path === undefined) {
      say(`${source.name}: skipped, because ${directory} has no ${file} or ${file}.gz`)
      continue
    }
    const [column, ...values] = development ?? []
    const corpus = await readCorpus(
      {
        ...source,
        path,
        table: { columns, entity: null, timezone: 'UTC', format: null, encoding: null },
        development: column === undefined ? null : { column, values: new Set(values) },
      },
      say,
    )
    if (corpus.rows.length > 0) corpora.push(corpus)
    else say(`${source.name}: skipped, because ${path} has no rows of it`)
  }
  return corpora
}
