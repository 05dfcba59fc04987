import { type IdentifiedLanguage, lettersOf } from '../language/language-identifier.ts'

/** Which network reads a text. */
export interface ChosenNetwork {
  /** 0 is the model's own. */
  readonly network: number
  /** Null if unsure. */
  readonly language: string | null
  readonly isUnsupported: boolean
}

/** Probability from which on a language that a network was trained for is believed, and another one. */
const SUPPORTED_FROM = 0.4
const UNSUPPORTED_FROM = 0.6

/** A shorter text may be a name or a word that several languages share: it is not called unsupported. */
const FEWEST_LETTERS = 12

/**
 * A text of an unsure language goes to the model's own network, which marks it as unreadable if it knows none of its
 * words. So does a short text, unless its language is one of the others that a network reads.
 * @param languages of the networks; the model's own comes first.
 */
export function chooseNetwork(
  text: string,
  identified: IdentifiedLanguage | null,
  languages: readonly string[],
): ChosenNetwork {
  if (identified === null) return { network: 0, language: null, isUnsupported: false }
  const { code, probability } = identified
  const network = languages.indexOf(code)
  const isLong = (lettersOf(text).match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS
  if (network !== -1 && probability >= SUPPORTED_FROM) return { network, language: code, isUnsupported: false }
  if (network === -1 && probability >= UNSUPPORTED_FROM && isLong)
    return { network: 0, language: code, isUnsupported: true }
  return { network: 0, language: null, isUnsupported: false }
}
