/**
 * How a text uses capitals. In `shouted` and `lower` they distinguish nothing; in `titled`, as in a headline, a capital alone means
 * little.
 */
export type TextCase = 'ordinary' | 'shouted' | 'titled'

/** Share of the words from which a text counts as shouted or titled. */
const MOST = 0.6
const FEWEST_SHOUTED = 3
const FEWEST_TITLED = 5

const SMALL: ReadonlySet<string> = new Set(
  'a an and as at but by for from in is nor of on or per the to via vs with de del el en la los y'.split(' '),
)

/** @param words as they are written, without hashtags and user names. */
export function textCase(words: readonly string[]): TextCase {
  let [long, shouted, capital, lower] = [0, 0, 0, 0]
  for (const word of words) {
    if (word.length < 2 || !/\p{L}/u.test(word)) continue
    long++
    if (word === word.toUpperCase() && /\p{Lu}/u.test(word)) shouted++
    // Small words stay in lower case in a headline.
    if (/^\p{Lu}/u.test(word)) capital++
    else if (!SMALL.has(word) && /^\p{Ll}/u.test(word)) lower++
  }
  if (shouted >= FEWEST_SHOUTED && shouted >= MOST * long) return 'shouted'
  return capital >= FEWEST_TITLED && capital > 6 * lower ? 'titled' : 'ordinary'
}
