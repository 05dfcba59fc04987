import { formatSigned } from '../numbers/format-number.ts'
import { decodeText } from './decode-text.ts'
import { type Contribution, highlightSegments } from './highlight-segments.ts'
import type { Label } from './labels.ts'
import { pullOf } from './pull.ts'
import './highlighted-text.css'

/** Contributions are drawn relative to this change of probability, so that small ones stay pale. */
const FULL_WEIGHT = 0.3
const LEVELS = 4

/** A text in which words have the colour of the side that they pull to. Words for the label are filled, words against it are underlined. */
export function HighlightedText({
  text: original,
  contributions,
  label,
}: {
  readonly text: string
  readonly label: Label
  readonly contributions: readonly Contribution[]
}) {
  const { text, positionOf } = decodeText(original)
  const moved = contributions.map(({ start, end, weight }) => ({
    start: positionOf(start),
    end: positionOf(end),
    weight,
  }))
  return (
    <>
      {highlightSegments(text, moved).map(segment => {
        const { start, weight } = segment
        if (weight === null || weight === 0) return <span key={start}>{segment.text}</span>
        const level = Math.max(1, Math.min(LEVELS, Math.ceil((Math.abs(weight) / FULL_WEIGHT) * LEVELS)))
        const side = weight > 0 ? 'for' : 'against'
        return (
          <mark
            key={start}
            className={`highlight highlight-${side} highlight-to-${pullOf(label, weight)} highlight-${level}`}
            title={`Without it, the label's probability changes by ${formatSigned(-weight)}`}
          >
            {segment.text}
          </mark>
        )
      })}
    </>
  )
}
