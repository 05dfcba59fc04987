/** How a Keras tokenizer splits a text into words. */
interface KerasWordOptions {
  readonly isLowerCased: boolean
  /** Substrings deleted after lower-casing, in this order. */
  readonly removedSubstrings: readonly string[]
  /** Each of these characters becomes a space. */
  readonly filteredCharacters: string
}

/** The settings of a Keras tokenizer and of `pad_sequences`. */
export interface KerasTokenizerOptions extends KerasWordOptions {
  /** The id of words outside the vocabulary (Keras's `oov_token`); they are dropped if absent. */
  readonly unknownTokenId?: number | undefined
  readonly maxTokens: number
  /** Which end of a longer text is cut, as in `pad_sequences`: 'pre' (the default) drops the first tokens, 'post' the last ones. */
  readonly truncating?: 'pre' | 'post' | undefined
}

/** A text as a network reads it. */
export interface TokenizedText {
  /**
   * 0 to `maxTokens` ids from 1 upwards. A longer text keeps its last ids, or its first ones if `truncating` is 'post'.
   */
  readonly tokenIds: Int32Array
  /** The text has more known words than the model reads, so some were cut. */
  readonly isTruncated: boolean
  /** Share of the words that are dropped or replaced by the unknown token, 0 to 1; 1 for a text without words. */
  readonly unknownTokenShare: number
}

/**
 * Splits a text into words as Keras 2's `text_to_word_sequence` does. `toLowerCase` and Python's `str.lower` agree on
 * every code point up to Unicode 14, including the dotted capital I and the final sigma. Only the newer runtime
 * lower-cases later letters. Only filtered characters and U+0020 separate words: a no-break space or a carriage return
 * stays inside its word, as in Keras.
 */
export function kerasWords(options: KerasWordOptions): (text: string) => string[] {
  const separator = new RegExp(`[ ${options.filteredCharacters.replace(/[\\\]^-]/g, '\\$&')}]+`, 'u')
  return text => {
    const cased = options.isLowerCased ? text.toLowerCase() : text
    const kept = options.removedSubstrings.reduce((rest, removed) => rest.replaceAll(removed, ''), cased)
    return kept.split(separator).filter(word => word !== '')
  }
}

/**
 * Keras's `Tokenizer.texts_to_sequences` with the truncating half of `pad_sequences`; engines pad. `vocabulary[n]` has
 * id n + 1. Unlisted words become `unknownTokenId`, or are dropped if it is absent.
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
