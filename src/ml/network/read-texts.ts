import type { Mention } from './classifier.ts'
import { createEncoder } from './encode.ts'
import type { Engine } from './engine.ts'
import type { Model } from './model.ts'

/** What a thread has to tell of a batch of mentions, in the order they were given: three arrays, because objects are dear to send. */
export interface Readings {
  /** Row-major, a column for each of the model's labels. */
  readonly probabilities: Float32Array
  /** For each mention the share of its words that the model does not know. */
  readonly unknownTokenShares: Float64Array
  /** For each mention 1 where it has more tokens than the model reads. */
  readonly truncations: Uint8Array
}

export type TextReader = (mentions: readonly Mention[]) => Promise<Readings>

/** Mentions to numbers on the calling thread: encode, ask the engine. */
export function createTextReader(model: Model, engine: Engine): TextReader {
  const encode = createEncoder(model)
  return async mentions => {
    const encoded = mentions.map(encode)
    return {
      probabilities: await engine.predict(encoded),
      unknownTokenShares: Float64Array.from(encoded, ({ unknownTokenShare }) => unknownTokenShare),
      truncations: Uint8Array.from(encoded, ({ isTruncated }) => Number(isTruncated)),
    }
  }
}
