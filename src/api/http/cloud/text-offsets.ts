/** In what the offsets of a service count. */
export type OffsetUnit = 'utf8' | 'utf16' | 'codePoint' | 'grapheme'

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Converts UTF-16 offsets of a text: the number of units that begin before an offset. The text is read once, at the first call.
 */
export function offsetsOf(text: string, unit: OffsetUnit): (utf16: number) => number {
  if (unit === 'utf16') return offset => Math.min(offset, text.length)
  let before: Uint32Array | null = null
  return offset => {
    before ??= countBefore(text, unit)
    return before[Math.min(offset, text.length)] ?? 0
  }
}

function countBefore(text: string, unit: 'utf8' | 'codePoint' | 'grapheme'): Uint32Array {
  const before = new Uint32Array(text.length + 1)
  let [count, at] = [0, 0]
  const add = (length: number, size: number) => {
    before.fill(count + size, at + 1, at + length + 1)
    count += size
    at += length
  }
  if (unit === 'grapheme') for (const { segment } of GRAPHEMES.segment(text)) add(segment.length, 1)
  else for (const character of text) add(character.length, unit === 'utf8' ? Buffer.byteLength(character) : 1)
  return before
}
