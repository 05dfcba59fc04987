/** A brand's small letter before its capital ("iPhone"), capitals in a row, a word with or without a capital, digits. */
const PART =
  /(?<!\p{L})\p{Ll}\p{Lu}[\p{Ll}\p{M}]+|(?<!\p{L})Mc\p{Lu}[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|[\p{Lu}\p{Lt}]?[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|\p{Lt}|\p{N}+/gu

/** The words that capitals, digits and whatever is neither tell apart in a name or hashtag: "PlayStation5" is "Play", "Station", "5". */
export const wordParts = (written: string): readonly string[] => written.match(PART) ?? []
