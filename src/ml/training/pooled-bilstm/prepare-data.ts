import { UsageError } from '../../../problem/problem.ts'
import { createTweetEncoder } from '../../language/tweet-words/tweet-encoder.ts'
import { LEXICON_FEATURES, lexiconRows, wordVectorRows } from '../../lexicons/word-features.ts'
import type { Corpus } from '../corpora.ts'
import { EMOJI } from '../rows/emoji-rows.ts'
import { joinableTweets } from '../rows/joined-rows.ts'
import { findOrdinaryUse } from '../rows/ordinary-words.ts'
import { prepareConstructions } from '../rows/prepare-constructions.ts'
import { type Buckets, type DividedCorpus, divideCorpora } from './divide.ts'
import { type EpochSource, groupVariants } from './epoch-rows.ts'
import { type Example, encodeRows, sentimentShares } from './examples.ts'
import type { PooledRecipe } from './recipe.ts'
import type { PooledShape } from './shape.ts'
import { fitTweetVocabulary, ownWords, PLACEHOLDER } from './vocabulary.ts'
import type { WordTable } from './word-table.ts'

/** Corpora, prepared for a recipe. */
export interface PooledData {
  readonly divided: readonly DividedCorpus[]
  /** The word at index n has id n + 1. */
  readonly vocabulary: readonly string[]
  /** Id of the first foreign word. */
  readonly foreignFrom: number
  readonly shape: PooledShape
  /** The fixed part of the words' vectors; the learnt part starts at zero. */
  readonly words: WordTable
  readonly source: EpochSource
  /** Development rows of each corpus. */
  readonly development: readonly (readonly Example[])[]
}

export interface PrepareOptions {
  readonly buckets: Buckets
  /** Trial run: trains on this many rows of each corpus; null for all. */
  readonly limit: number | null
  /** Directory of the installed word vectors and lexicons. */
  readonly lexicons: string
}

/** Entity, capitals, stretched letters, possible names. */
const MARK_COUNT = 4

/** Pure except for reading the lexicons: the same corpora give the same data. */
export async function preparePooledData(
  recipe: PooledRecipe,
  corpora: readonly Corpus[],
  { buckets, limit, lexicons }: PrepareOptions,
): Promise<PooledData> {
  const divided = divideCorpora(corpora, buckets).map(part => ({
    ...part,
    training: part.training.slice(0, limit ?? undefined),
  }))
  const rows = divided.flatMap(({ training }) => training)
  if (rows.length === 0) throw new UsageError(`${recipe.name} has no rows to train on: too few tweets.`)
  const { language } = recipe
  const constructions = prepareConstructions(language.rows)
  const own = ownWords(rows, recipe.vocabulary.fewestTweets)
  const { vectors, sentiment, features, foreign } = await language.readLexicons(lexicons, own)
  const { words: vocabulary, foreignFrom } = fitTweetVocabulary(
    own,
    vectors.words.filter(word => language.word.test(word)),
    recipe.vocabulary.size,
    foreign.flat(),
    [...sentiment.emojiNames.keys()].filter(name => /^\p{Extended_Pictographic}$/u.test(name)),
  )
  const encode = createTweetEncoder(
    { maxTokens: recipe.maxTokens, entities: [], nameFinder: 2, marks: MARK_COUNT },
    vocabulary,
  )
  const ids = new Map(vocabulary.map((word, index) => [word, index + 1]))
  const shape: PooledShape = {
    vocabularySize: vocabulary.length + 1,
    wordSize: vectors.dimensions,
    lexiconSize: LEXICON_FEATURES,
    marks: MARK_COUNT,
    ...recipe.network,
  }
  const lexicon = belowUnknown(lexiconRows(vocabulary, sentiment, features), shape.lexiconSize)
  const examples = divided.map(({ training }) => encodeRows(training, encode))
  const tweets = examples.filter((_, index) => divided[index]?.corpus.isTweets !== false).flat()
  const idsOf = (emoji: readonly string[]) => emoji.flatMap(one => ids.get(one) ?? [])
  return {
    divided,
    vocabulary,
    foreignFrom,
    shape,
    words: {
      fixed: belowUnknown(wordVectorRows(vocabulary, vectors, sentiment, features), shape.wordSize),
      lexicon,
      learnt: new Float32Array(shape.vocabularySize * shape.wordSize),
    },
    source: {
      corpora: examples.flatMap((own, index) =>
        byQuestion(own).map(asked => ({
          groups: divided[index]?.corpus.isTweets === false ? groupVariants(asked) : opposedTwice(groupVariants(asked)),
          passes: divided[index]?.corpus.passes ?? 1,
          shares: sentimentShares(asked),
        })),
      ),
      joinable: joinableTweets(tweets),
      ordinary: ordinaryUses(tweets, new Set(constructions.ordinaryWords), encode),
      material: {
        constructions,
        names: namesOf(tweets),
        adjectives: language.adjectives(sentiment),
      },
      encode,
      foreign: foreign.map(words => Int32Array.from(words.flatMap(word => ids.get(word) ?? []))),
      placeholder: ids.get(PLACEHOLDER) ?? 0,
      emoji: [idsOf(EMOJI[0]), idsOf(EMOJI[1]), idsOf(EMOJI[2])],
      isPolar: polarWords(lexicon, shape.lexiconSize),
    },
    development: divided.map(({ development }) => encodeRows(development, encode)),
  }
}

/**
 * Rows about whole messages, and rows about an entity. In one corpus, a third of the former may be neutral and hardly
 * any of the latter. With one mix of labels for both, a model would learn that who asks about an entity gets an opinion.
 */
const byQuestion = (examples: readonly Example[]): readonly (readonly Example[])[] =>
  [examples.filter(({ kind }) => kind === 0), examples.filter(({ kind }) => kind !== 0)].filter(
    ({ length }) => length > 0,
  )

/** Repeats tweets whose entities have different labels: only they show that the entity decides. */
function opposedTwice(groups: readonly Example[][]): readonly Example[][] {
  const labels = new Map<string, Set<number>>()
  for (const { row, sentiment } of groups.flat()) {
    if (row.entity !== null && sentiment !== -1)
      labels.set(row.text, (labels.get(row.text) ?? new Set()).add(sentiment))
  }
  const isOpposed = (group: readonly Example[]) => group.some(({ row }) => (labels.get(row.text)?.size ?? 0) > 1)
  return [...groups, ...groups.filter(isOpposed)]
}

/** Messages asked for a brand whose name they use as an ordinary word. */
function ordinaryUses(
  examples: readonly Example[],
  words: ReadonlySet<string>,
  encode: ReturnType<typeof createTweetEncoder>,
): Example[] {
  const uses = examples.flatMap(({ kind, row }) => {
    const use = kind === 0 ? findOrdinaryUse(row.text, words) : null
    return use === null ? [] : [{ ...row, ...use, label: 'IRRELEVANT' as const }]
  })
  return encodeRows(uses, encode).filter(({ kind }) => kind === 1)
}

/** Names for made rows: of entities that some tweet mentions. */
function namesOf(examples: readonly Example[]): string[] {
  const found = examples.filter(({ kind, row }) => kind === 1 && /\p{L}/u.test(row.entity ?? ''))
  return [...new Set(found.map(({ row }) => row.entity as string))].filter(name => name.length <= LONGEST_NAME)
}

/** In characters. */
const LONGEST_NAME = 30

/** The last feature of a word is 1 if a dictionary knows its polarity. */
const polarWords = (lexicon: Float32Array, size: number) =>
  Uint8Array.from({ length: lexicon.length / size }, (_, word) => lexicon[(word + 1) * size - 1] as number)

/** Prepends a row of zeros for the unknown word. */
function belowUnknown(rows: Float32Array, size: number): Float32Array {
  const table = new Float32Array(rows.length + size)
  table.set(rows, size)
  return table
}
