/** What Windows-1252 makes of the bytes 80 to 9F; five of them are no character and stay as they are. */
const HIGH_CONTROLS = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]),
)

/** Pattern: the first byte of a UTF-8 character, and as many as belong to it. */
export const MISREAD_CHARACTER = `[\\u00c2-\\u00df]B|[\\u00e0-\\u00ef]B{2}|[\\u00f0-\\u00f4]B{3}`.replaceAll(
  'B',
  `[\\u0080-\\u00bf${[...HIGH_CONTROLS.keys()].join('')}]`,
)
const MISREAD = new RegExp(MISREAD_CHARACTER, 'gu')

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Undoes the reading of UTF-8 as Windows-1252: "donâ€™t" is "don’t", "ðŸ˜‚" is one emoji. What is no UTF-8 stays. */
export function repairMisread(text: string): string {
  return text.replace(MISREAD, found => {
    try {
      return decoder.decode(Uint8Array.from(found, char => HIGH_CONTROLS.get(char) ?? char.charCodeAt(0)))
    } catch {
      return found
    }
  })
}
