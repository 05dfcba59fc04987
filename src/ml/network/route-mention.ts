import type { LanguageIdentifier } from '../language/language-identifier.ts'
import { type ChosenNetwork, chooseNetwork } from './choose-network.ts'
import type { Mention } from './classifier.ts'
import type { EncodedMention } from './encode.ts'
import type { Model } from './model.ts'

/**
 * A text with at most this share of unknown words, and at least this number of tokens, is in the language of the own
 * network. That holds for nine English tweets of ten, which need no identification.
 */
const KNOWN_SHARE = 0.15
const FEWEST_TOKENS = 3

/** Languages of a model's networks, its own first; none for a model that reads every text. */
export const languagesOf = ({ manifest, others }: Model): readonly string[] =>
  manifest.languages === undefined ? [] : [manifest.languages.own, ...(others?.keys() ?? [])]

/** As the model's own network encoded it. */
export const isOwnLanguage = ({ unknownTokenShare, tokenIds }: EncodedMention): boolean =>
  unknownTokenShare <= KNOWN_SHARE && tokenIds.length >= FEWEST_TOKENS

/**
 * The network that reads a mention.
 * @param encoded by the model's own network.
 * @param identify null if no mention needs it.
 * @param languages of the networks, the own one first.
 */
export function routeMention(
  { text, language }: Mention,
  encoded: EncodedMention,
  identify: LanguageIdentifier | null,
  languages: readonly string[],
): ChosenNetwork {
  if (language != null) {
    const network = languages.indexOf(language)
    return { network: Math.max(0, network), language, isUnsupported: network === -1 }
  }
  if (isOwnLanguage(encoded)) return { network: 0, language: languages[0] ?? null, isUnsupported: false }
  return chooseNetwork(text, identify?.(text) ?? null, languages)
}
