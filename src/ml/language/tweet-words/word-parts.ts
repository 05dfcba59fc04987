/**
 * A brand's small letter before its capital ("iPhone"), consecutive capitals, a word with or without a capital, digits.
 */
const PART =
  /(?<!\p{L})\p{Ll}\p{Lu}[\p{Ll}\p{M}]+|(?<!\p{L})Mc\p{Lu}[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|[\p{Lu}\p{Lt}]?[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|\p{Lt}|\p{N}+/gu

/**
 * Splits a name or hashtag at capitals, digits and other characters: "PlayStation5" becomes "Play", "Station", "5".
 */
export const wordParts = (written: string): readonly string[] => written.match(PART) ?? []
