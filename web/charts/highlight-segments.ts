/** A stretch of a text, counted in Unicode code points as the API counts them, and what it does for the label. */
export interface Contribution {
  readonly start: number
  readonly end: number
  readonly weight: number
}

export interface TextSegment {
  readonly start: number
  readonly text: string
  /** Null where nothing is known about the stretch. */
  readonly weight: number | null
}

/**
 * Cuts a text where contributions begin and end; put together again, the segments are the text. Contributions that lie outside of it
 * are cut to it, and of two that overlap the later one gives way.
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
