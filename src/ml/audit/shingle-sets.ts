/** Characters in a shingle. Four find more reworded tweets than five, and unrelated tweets still share few. */
export const SHINGLE_LENGTH = 4

/**
 * The set of shingles of each text: all runs of four characters, hashed to 32 bits. Set `i` is the ascending, distinct
 * values from `starts[i]` to `starts[i + 1] - 1`. Broder 1997, "On the resemblance and containment of documents".
 */
export interface ShingleSets {
  readonly starts: Float64Array
  readonly values: Uint32Array
}

/** @param texts lower-case words, separated by single spaces. A text without words has an empty set. */
export function shingleSets(texts: readonly string[]): ShingleSets {
  const starts = new Float64Array(texts.length + 1)
  let values = new Uint32Array(1 << 16)
  let end = 0
  for (const [index, text] of texts.entries()) {
    // The spaces around it let words count in the same way everywhere in a text.
    const padded = text === '' ? '' : ` ${text} `
    const count = padded === '' ? 0 : Math.max(1, padded.length - SHINGLE_LENGTH + 1)
    while (end + count > values.length) values = grown(values)
    for (let at = 0; at < count; at++) values[end + at] = hashOf(padded, at)
    const sorted = values.subarray(end, end + count).sort()
    end += moveDistinct(sorted)
    starts[index + 1] = end
  }
  return { starts, values: values.slice(0, end) }
}

/** Moves the distinct values of a sorted array to its front and returns their number. */
function moveDistinct(sorted: Uint32Array): number {
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] as number
    if (kept === 0 || value !== sorted[kept - 1]) sorted[kept++] = value
  }
  return kept
}

function grown(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * values.length)
  larger.set(values)
  return larger
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser, so that all bits of a value can serve as an index. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5
  const end = Math.min(text.length, start + SHINGLE_LENGTH)
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
