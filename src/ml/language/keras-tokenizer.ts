import type { ModelManifest } from '../network/manifest.ts'

/** How a text becomes words; the part of a model's preprocessing that needs no vocabulary. */
export type KerasTokenizerOptions = Extract<ModelManifest['preprocessing'], { kind: 'keras-tokenizer' }>

/** A text as a network reads it. */
export interface TokenizedText {
  /** 0 to `maxTokens` ids from 1 upwards; the last ones where the text has more, or the first ones if the manifest says so. */
  readonly tokenIds: Int32Array
  /** The text has more words with an id than the model reads, so some were cut. */
  readonly isTruncated: boolean
  /** Share of the words that are dropped or stand for an unknown one, 0 to 1; 1 where there is no word at all. */
  readonly unknownTokenShare: number
}

/**
 * The words of a text as Keras 2's `text_to_word_sequence` finds them. `toLowerCase` and Python's `str.lower` agree on every code point
 * up to Unicode 14, dotted capital I and final sigma included; letters that came later are lower-cased only by the newer runtime.
 * Only filtered characters and U+0020 part words: a no-break space or a carriage return stays inside its word, as in Keras.
 */
export function kerasWords(options: KerasTokenizerOptions): (text: string) => string[] {
  const separator = new RegExp(`[ ${options.filteredCharacters.replace(/[\\\]^-]/g, '\\$&')}]+`, 'u')
  return text => {
    const cased = options.isLowerCased ? text.toLowerCase() : text
    const kept = options.removedSubstrings.reduce((rest, removed) => rest.replaceAll(removed, ''), cased)
    return kept.split(separator).filter(word => word !== '')
  }
}

/**
 * Keras's `Tokenizer.texts_to_sequences` and the cutting half of `pad_sequences`; padding is the engine's affair. `vocabulary[n]` has id
 * n + 1; words that are not listed become `unknownTokenId`, or are dropped where there is none.
 */
export function createKerasTokenizer(
  options: KerasTokenizerOptions,
  vocabulary: readonly string[],
): (text: string) => TokenizedText {
  const { maxTokens, truncating, unknownTokenId } = options
  const wordsOf = kerasWords(options)
  const idOf = new Map(vocabulary.map((word, index) => [word, index + 1]))
  return text => {
    const words = wordsOf(text)
    const ids: number[] = []
    let known = 0
    for (const word of words) {
      const id = idOf.get(word) ?? unknownTokenId
      if (id === undefined) continue
      ids.push(id)
      if (id !== unknownTokenId) known++
    }
    return {
      tokenIds: Int32Array.from(truncating === 'post' ? ids.slice(0, maxTokens) : ids.slice(-maxTokens)),
      isTruncated: ids.length > maxTokens,
      unknownTokenShare: words.length === 0 ? 1 : (words.length - known) / words.length,
    }
  }
}
