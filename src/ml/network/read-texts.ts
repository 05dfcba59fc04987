import type { Mention } from './classifier.ts'
import { createEncoder } from './encode.ts'
import type { Engine } from './engine.ts'
import type { Model } from './model.ts'

/**
 * A thread's results for a batch of mentions, in the same order. Arrays of numbers, because objects are expensive to
 * transfer.
 */
export interface Readings {
  /** Row-major, one column per label of the model. */
  readonly probabilities: Float32Array
  /** Share of unknown words of each mention. */
  readonly unknownTokenShares: Float64Array
  /** 1 for each mention that has more tokens than the model reads. */
  readonly truncations: Uint8Array
  /** 1 for each mention whose text does not name the entity. */
  readonly absences: Uint8Array
}

/** Readings of a model with several networks. */
export interface RoutedReadings extends Readings {
  /** Index of the network that read each mention: 0 is the model's own, the others follow in the manifest's order. */
  readonly networks: Uint8Array
  /** Language of each mention, as `packLanguage` returns it. */
  readonly languages: Uint32Array
  /** 1 for each mention in a language that no network was trained for. */
  readonly unsupported: Uint8Array
}

export type TextReader = (mentions: readonly Mention[]) => Promise<Readings>

/** Encodes mentions and runs the engine on the calling thread. */
export function createTextReader(model: Model, engine: Engine): TextReader {
  const encode = createEncoder(model)
  return async mentions => {
    const encoded = mentions.map(encode)
    return {
      probabilities: await engine.predict(encoded),
      unknownTokenShares: Float64Array.from(encoded, ({ unknownTokenShare }) => unknownTokenShare),
      truncations: Uint8Array.from(encoded, ({ isTruncated }) => Number(isTruncated)),
      absences: Uint8Array.from(encoded, ({ isAbsent }) => Number(isAbsent)),
    }
  }
}
