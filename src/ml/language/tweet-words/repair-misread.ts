/** The characters that Windows-1252 reads for the bytes 80 to 9F; five of them are unassigned and unchanged. */
const HIGH_CONTROLS = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]),
)

/** Pattern of a misread UTF-8 character: its first byte, and the continuation bytes that belong to it. */
export const MISREAD_CHARACTER = `[\\u00c2-\\u00df]B|[\\u00e0-\\u00ef]B{2}|[\\u00f0-\\u00f4]B{3}`.replaceAll(
  'B',
  `[\\u0080-\\u00bf${[...HIGH_CONTROLS.keys()].join('')}]`,
)
const MISREAD = new RegExp(MISREAD_CHARACTER, 'gu')

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Repairs UTF-8 that was read as Windows-1252: "donâ€™t" becomes "don’t", "ðŸ˜‚" becomes one emoji. Invalid UTF-8 is
 * unchanged.
 */
export function repairMisread(text: string): string {
  return text.replace(MISREAD, found => {
    try {
      return decoder.decode(Uint8Array.from(found, char => HIGH_CONTROLS.get(char) ?? char.charCodeAt(0)))
    } catch {
      return found
    }
  })
}
