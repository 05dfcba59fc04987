/** Names and keys are at most this long, in Unicode code points; a key of that length still fits an index entry. */
export const MAX_ENTITY_NAME_LENGTH = 200

/** Normalising takes time that grows with the square of a run of accents; no name that is this long was ever stored. In UTF-16 units. */
const LONGEST_SPELLING = 2 * MAX_ENTITY_NAME_LENGTH

/** A name means something only if there is a letter or a digit in it. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Kept: letters, digits, the accents and vowel signs that belong to letters, and the plus that tells `Disney+` and `C++` from `Disney` and `C`. */
const NOT_IN_KEY = /[^\p{L}\p{N}\p{Mn}\p{Mc}+]|\p{Variation_Selector}/gu

/** NFKC would spell these out as the letters TM and SM. */
const TRADEMARK_SIGNS = /[™℠]/g

/**
 * What all spellings of a name have in common: `@Xbox`, `#xbox` and `Xbox` are one, and so are `Call of Duty` and `#CallOfDuty`.
 * Null for a name without a letter or digit, such as an emoji, and for one that is too long to be an entity's.
 */
export function entityKey(name: string): string | null {
  const spelling = name.trim()
  if (spelling.length > LONGEST_SPELLING) return null
  const letters = spelling.replace(TRADEMARK_SIGNS, '').normalize('NFKC').replace(NOT_IN_KEY, '')
  // Down, up and down again, as case folding wants it: ẞ, ß and SS, ς and σ, ſ and s only meet there. The dot of a Turkish İ goes.
  const key = letters.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC')
  return LETTER_OR_DIGIT.test(key) ? key : null
}
