/** A part of a text, in Unicode code points as in the API, and its contribution to the label. */
export interface Contribution {
  readonly start: number
  readonly end: number
  readonly weight: number
}

export interface TextSegment {
  readonly start: number
  readonly text: string
  /** Null if the contribution of the segment is unknown. */
  readonly weight: number | null
}

/**
 * Splits a text at the ends of contributions. Joined, the segments are the text. Contributions are cut to the text, and if two overlap,
 * the later one is cut.
 */
export function highlightSegments(text: string, contributions: readonly Contribution[]): TextSegment[] {
  const points = [...text]
  const segments: TextSegment[] = []
  let at = 0
  const push = (start: number, end: number, weight: number | null) => {
    if (end > start) segments.push({ start, text: points.slice(start, end).join(''), weight })
  }
  for (const { start, end, weight } of [...contributions].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, Math.min(start, points.length))
    const to = Math.min(end, points.length)
    if (to <= from) continue
    push(at, from, null)
    push(from, to, weight)
    at = to
  }
  push(at, points.length, null)
  return segments
}
