import { UsageError } from '../../../problem/problem.ts'
import { lettersAndDigits } from '../../language/tweet-words/entity-names.ts'
import { createTweetEncoder } from '../../language/tweet-words/tweet-encoder.ts'
import { readForeignWords } from '../../lexicons/foreign-words.ts'
import { readSentimentLexicons } from '../../lexicons/sentiment-lexicons.ts'
import { LEXICON_FEATURES, lexiconRows, wordVectorRows } from '../../lexicons/word-features.ts'
import { readWordVectors } from '../../lexicons/word-vectors.ts'
import type { Corpus } from '../corpora.ts'
import { type Buckets, type DividedCorpus, divideCorpora } from './divide.ts'
import { type EpochSource, groupVariants } from './epoch-rows.ts'
import { type Example, encodeRows, knownEntities } from './examples.ts'
import type { PooledRecipe } from './recipe.ts'
import type { PooledShape } from './shape.ts'
import { fitTweetVocabulary, PLACEHOLDER } from './vocabulary.ts'
import type { WordTable } from './word-table.ts'

/** Corpora, prepared for a recipe. */
export interface PooledData {
  readonly divided: readonly DividedCorpus[]
  /** The word at index n has id n + 1. */
  readonly vocabulary: readonly string[]
  /** Id of the first foreign word. */
  readonly foreignFrom: number
  readonly entities: readonly string[]
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
  const vectors = readWordVectors(lexicons)
  const sentiment = await readSentimentLexicons(lexicons)
  const foreign = readForeignWords(lexicons, vectors, sentiment)
  const entities = knownEntities(rows, recipe.fewestEntityTweets)
  const { words: vocabulary, foreignFrom } = fitTweetVocabulary(rows, vectors, recipe.vocabulary, foreign.flat())
  const encode = createTweetEncoder({ maxTokens: recipe.maxTokens, entities, nameFinder: 2 }, vocabulary)
  const known = new Map(entities.map((entity, index) => [lettersAndDigits(entity), index]))
  const ids = new Map(vocabulary.map((word, index) => [word, index + 1]))
  const shape: PooledShape = {
    vocabularySize: vocabulary.length + 1,
    wordSize: vectors.dimensions,
    lexiconSize: LEXICON_FEATURES,
    marks: 3,
    ...recipe.network,
    entities: entities.length,
    heads: corpora.length + 1,
  }
  return {
    divided,
    vocabulary,
    foreignFrom,
    entities,
    shape,
    words: {
      fixed: belowUnknown(wordVectorRows(vocabulary, vectors, sentiment), shape.wordSize),
      lexicon: belowUnknown(lexiconRows(vocabulary, sentiment), shape.lexiconSize),
      learnt: new Float32Array(shape.vocabularySize * shape.wordSize),
    },
    source: {
      groups: divided.map(({ training }, corpus) => groupVariants(encodeRows(training, corpus, encode, known))),
      foreign: foreign.map(words => Int32Array.from(words.flatMap(word => ids.get(word) ?? []))),
      placeholder: ids.get(PLACEHOLDER) ?? 0,
      heads: shape.heads,
    },
    development: divided.map(({ development }, corpus) => encodeRows(development, corpus, encode, known)),
  }
}

/** Prepends a row of zeros for the unknown word. */
function belowUnknown(rows: Float32Array, size: number): Float32Array {
  const table = new Float32Array(rows.length + size)
  table.set(rows, size)
  return table
}
