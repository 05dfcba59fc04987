import { createKerasTokenizer } from '../language/keras-tokenizer.ts'
import { createTweetEncoder } from '../language/tweet-words/tweet-encoder.ts'
import type { Mention } from './classifier.ts'
import { type EncodedText, tokensAlone } from './engine.ts'
import type { Model } from './model.ts'

export interface EncodedMention extends EncodedText {
  /** The text has more tokens than the model reads. */
  readonly isTruncated: boolean
  /** Share of the text's words that the model does not know, 0 to 1; 1 for a text without words. */
  readonly unknownTokenShare: number
  /** An entity is given and the text does not name it; false for models that do not read entities. */
  readonly isAbsent: boolean
}

/** Creates the encoder that the model's manifest describes. */
export function createEncoder({ manifest, vocabulary }: Model): (mention: Mention) => EncodedMention {
  const { preprocessing, network } = manifest
  if (preprocessing.kind === 'tweet-words') {
    const marks = network.kind === 'pooled-bilstm' ? network.marks : undefined
    return createTweetEncoder({ ...preprocessing, marks }, vocabulary)
  }
  const tokenize = createKerasTokenizer(preprocessing, vocabulary)
  // A network with this preprocessing ignores the entity and scores the whole text.
  return ({ text }) => {
    const { tokenIds, isTruncated, unknownTokenShare } = tokenize(text)
    return { ...tokensAlone(tokenIds), isTruncated, unknownTokenShare, isAbsent: false }
  }
}
