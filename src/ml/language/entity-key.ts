/** Maximum length of names and keys, in Unicode code points; a key of that length still fits an index entry. */
export const MAX_ENTITY_NAME_LENGTH = 200

/**
 * Normalising takes time quadratic in the length of a run of accents. No stored name is this long. In UTF-16 units.
 */
const LONGEST_SPELLING = 2 * MAX_ENTITY_NAME_LENGTH

/** A name has a meaning only if it contains a letter or a digit. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/**
 * A key keeps letters, digits, the accents and vowel signs that belong to letters, and the signs that distinguish
 * `Disney+`, `C++` and `C#` from `Disney` and `C`.
 */
const NOT_IN_KEY = /[^\p{L}\p{N}\p{Mn}\p{Mc}+]|\p{Variation_Selector}/gu

/** A number sign directly behind the last letter or digit. In front, it only makes a hashtag. */
const LAST_NUMBER_SIGN = /(?<=[\p{L}\p{N}\p{Mn}\p{Mc}])#+(?=[^\p{L}\p{N}]*$)/u

/** NFKC would spell these out as the letters TM and SM. */
const TRADEMARK_SIGNS = /[™℠]/g

/**
 * The common key of all spellings of a name: `@Xbox`, `#xbox` and `Xbox` share one, and so do `Call of Duty` and
 * `#CallOfDuty`, but not `C` and `C#`. Null for a name without a letter or digit, such as an emoji, and for a name that is too long for an
 * entity.
 */
export function entityKey(name: string): string | null {
  const spelling = name.trim()
  if (spelling.length > LONGEST_SPELLING) return null
  const plain = spelling.replace(TRADEMARK_SIGNS, '').replaceAll('♯', '#').normalize('NFKC')
  const letters = plain.replace(NOT_IN_KEY, '') + (LAST_NUMBER_SIGN.test(plain) ? '#' : '')
  // Case folding needs all three steps: only then do ẞ, ß and SS, ς and σ, ſ and s coincide. The dot of a Turkish İ is
  // dropped.
  const key = letters.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC')
  return LETTER_OR_DIGIT.test(key) ? key : null
}
