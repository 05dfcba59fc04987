/**
 * Keras's `Tokenizer(num_words)` fitted on the words of all rows: the `vocabularySize - 1` most frequent words, ties in
 * order of first occurrence. The word at index n has token id n + 1.
 */
export function fitVocabulary(rows: readonly (readonly string[])[], vocabularySize: number): string[] {
  const counts = new Map<string, number>()
  for (const word of rows.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, vocabularySize - 1)
    .map(([word]) => word)
}
