/** A stretch of a text and what leaving it out changes. */
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
  const segments: TextSegment[] = []
  let at = 0
  const push = (start: number, end: number, weight: number | null) => {
    if (end > start) segments.push({ start, text: text.slice(start, end), weight })
  }
  for (const { start, end, weight } of [...contributions].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    push(at, from, null)
    push(from, to, weight)
    at = to
  }
  push(at, text.length, null)
  return segments
}
