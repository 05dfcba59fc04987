/** Names and keys are at most this long, in Unicode code points; a key of that length still fits an index entry. */
export const MAX_ENTITY_NAME_LENGTH = 200

/** A name means something only if there is a letter or a digit in it. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Kept: letters, digits, the accents and vowel signs that belong to letters, and the plus that tells `Disney+` and `C++` from `Disney` and `C`. */
const NOT_IN_KEY = /[^\p{L}\p{N}\p{Mn}\p{Mc}+]|\p{Variation_Selector}/gu

/** NFKC would spell these out as the letters TM and SM. */
const TRADEMARK_SIGNS = /[™℠]/g

/**
 * What all spellings of a name have in common: `@Xbox`, `#xbox` and `Xbox` are one, and so are `Call of Duty` and `#CallOfDuty`.
 * Null for a name without a letter or digit, such as an emoji.
 */
export function entityKey(name: string): string | null {
  const letters = name.replace(TRADEMARK_SIGNS, '').normalize('NFKC').replace(NOT_IN_KEY, '')
  // Upper case first, as case folding wants it: ß and SS, ς and σ, ſ and s only meet there.
  const key = letters.toUpperCase().toLowerCase().normalize('NFKC')
  return LETTER_OR_DIGIT.test(key) ? key : null
}
