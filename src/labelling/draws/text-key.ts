/** The beginning of a retweet that was copied by hand or by an old client. */
const RETWEET = /^(?:rt|mt)\s+@\w+\s*:?\s*/i
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi

/**
 * Equal for texts that need only one label: a retweet and its original, and texts that differ in case, links, punctuation or spaces. A text
 * without any letter or digit keeps its signs.
 */
export function textKey(text: string): string {
  let rest = text.normalize('NFKC').trim()
  // A retweet of a retweet has several beginnings.
  for (let shorter = rest.replace(RETWEET, ''); shorter !== rest; shorter = rest.replace(RETWEET, '')) rest = shorter
  const words = rest
    .toLowerCase()
    .replace(LINK, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? text.trim() : words
}
