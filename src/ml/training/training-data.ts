import { UsageError } from '../../problem/problem.ts'
import { createKerasTokenizer, kerasWords } from '../language/keras-tokenizer.ts'
import { fitVocabulary } from './fit-vocabulary.ts'
import type { KaggleFile, KaggleRow } from './kaggle-rows.ts'
import { trainTestSplit } from './numpy-permutation.ts'
import type { NetworkShape } from './parameters.ts'
import type { Recipe } from './recipe.ts'

export interface Example {
  readonly row: KaggleRow
  readonly tokens: Int32Array
  /** Index into the recipe's labels. */
  readonly target: number
}

/** A file, prepared for a recipe. */
export interface TrainingData {
  readonly vocabulary: readonly string[]
  readonly shape: NetworkShape
  readonly training: readonly Example[]
  /** The held-out rows for figures. */
  readonly test: readonly Example[]
  /** Held-out rows for choosing a threshold. */
  readonly setAside: readonly Example[]
}

/**
 * Pure: the same file gives the same data. `limit` keeps only the first training rows of the split, for a trial run.
 */
export function prepareData(recipe: Recipe, file: KaggleFile, limit: number | null = null): TrainingData {
  const { labels, network, split } = recipe
  const kept = file.rows.filter(recipe.isKept)
  const uncut = { ...recipe.preprocessing, maxTokens: Number.MAX_SAFE_INTEGER }
  const vocabulary = fitVocabulary(kept.map(row => row.text).map(kerasWords(uncut)), network.vocabularySize)
  const tokenize = createKerasTokenizer(uncut, vocabulary)
  const examples = kept.map(row => ({
    row,
    tokens: tokenize(row.text).tokenIds,
    target: labels.indexOf(row.label),
  }))
  const maxTokens = examples.reduce((longest, { tokens }) => Math.max(longest, tokens.length), 0)
  const { training, test } = trainTestSplit(examples.length, split.testShare, split.randomState)
  const pick = (rows: Uint32Array) => Array.from(rows, row => examples[row]).filter(example => example !== undefined)
  const setAside = Math.min(split.setAside, Math.floor(test.length / 2))
  if (maxTokens === 0 || setAside === 0 || training.length === 0) {
    throw new UsageError(`${recipe.name} keeps only ${kept.length} of the file's rows, too few to train on.`)
  }
  return {
    vocabulary,
    shape: { ...network, outputs: labels.length, maxTokens },
    training: pick(training).slice(0, limit ?? undefined),
    test: pick(test.subarray(0, test.length - setAside)),
    setAside: pick(test.subarray(test.length - setAside)),
  }
}
