const CHARACTERS = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
])
const ESCAPED = /(&(?:lt|gt|amp);)/

export interface DecodedText {
  readonly text: string
  /** The position in the decoded text of a position in the original, both in code points. Inside an escape, it is the end of its character. */
  readonly positionOf: (original: number) => number
}

/** A text as its author wrote it: Twitter's API delivers `<`, `>` and `&` escaped, once. The server keeps texts as they came. */
export function decodeText(original: string): DecodedText {
  const positions: number[] = []
  let text = ''
  let length = 0
  for (const part of original.split(ESCAPED)) {
    const character = CHARACTERS.get(part)
    if (character === undefined) {
      text += part
      for (const _ of part) positions.push(length++)
    } else {
      text += character
      positions.push(length++, ...Array.from({ length: part.length - 1 }, () => length))
    }
  }
  return { text, positionOf: position => positions[position] ?? length }
}
