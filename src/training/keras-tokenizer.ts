import type { ModelManifest } from '../network/manifest.ts'

export type KerasPreprocessing = Extract<ModelManifest['preprocessing'], { kind: 'keras-tokenizer' }>

/** Keras 2's default `filters`. */
export const KERAS_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'

/** What Keras's `text_to_word_sequence` makes of a text after the substrings were removed. */
export function kerasWords(
  text: string,
  {
    isLowerCased,
    removedSubstrings,
    filteredCharacters,
  }: Omit<KerasPreprocessing, 'kind' | 'vocabulary' | 'maxTokens'>,
): string[] {
  let rest = isLowerCased ? text.toLowerCase() : text
  for (const removed of removedSubstrings) rest = rest.replaceAll(removed, '')
  const filtered = new Set(filteredCharacters)
  return Array.from(rest, character => (filtered.has(character) ? ' ' : character))
    .join('')
    .split(' ')
    .filter(word => word !== '')
}

/**
 * Keras's `Tokenizer(num_words)` fitted on the rows' words: the most frequent `vocabularySize - 1` words, ties in order of first
 * appearance. The word at index n has token id n + 1.
 */
export function fitKerasVocabulary(rows: readonly (readonly string[])[], vocabularySize: number): string[] {
  const counts = new Map<string, number>()
  for (const word of rows.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, vocabularySize - 1)
    .map(([word]) => word)
}

/** Token ids of the words that the vocabulary holds, the last `maxTokens` of them. */
export function kerasTokens(words: readonly string[], ids: ReadonlyMap<string, number>, maxTokens: number): Int32Array {
  const known = words.map(word => ids.get(word)).filter(id => id !== undefined)
  return Int32Array.from(known.slice(-maxTokens))
}

export const vocabularyIds = (vocabulary: readonly string[]): ReadonlyMap<string, number> =>
  new Map(vocabulary.map((word, index) => [word, index + 1]))
