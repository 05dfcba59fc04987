import { useState } from 'react'
import { BucketReadout } from './bucket-readout.tsx'
import { describeBucket } from './describe-bucket.ts'
import type { BucketChoice, TrendProps } from './trend-bucket.ts'
import { TrendDrawing } from './trend-drawing.tsx'
import { useWidth } from './use-width.ts'
import './trend-chart.css'

interface Props extends TrendProps {
  /** Buckets that stay marked, because something else on the page shows only them. */
  readonly marked: BucketChoice | null
  /** A bucket was clicked, or chosen with the Enter key. */
  readonly onPick: (index: number) => void
  /** The pointer was dragged over several buckets. */
  readonly onDrag: (dragged: BucketChoice) => void
}

/** Net sentiment with its band above, the labels stacked by bucket below. The pointer and arrow keys select a bucket. */
export function TrendChart({ buckets, interval, zone, marked, onPick, onDrag }: Props) {
  const { ref, width } = useWidth()
  const [chosen, setChosen] = useState<number | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const index = chosen === null ? null : Math.min(chosen, buckets.length - 1)
  const bucket = index === null ? undefined : buckets[index]
  const move = (to: number) => setChosen(Math.max(0, Math.min(buckets.length - 1, to)))
  const current = index ?? buckets.length - 1
  const between = (one: number, other: number): BucketChoice => ({
    first: Math.min(one, other),
    last: Math.max(one, other),
  })
  const release = (at: number) => {
    setAnchor(null)
    if (anchor === null) return
    if (anchor === at) onPick(at)
    else onDrag(between(anchor, at))
  }

  return (
    <div className="trend">
      <BucketReadout bucket={bucket ?? null} interval={interval} zone={zone} />
      {/* Only with the role of a slider does a screen reader step through values by arrow keys and read each. */}
      <div
        ref={ref}
        className="trend-chart"
        role="slider"
        tabIndex={0}
        aria-label="Trend, one step for each bucket. Enter lists its tweets"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, buckets.length - 1)}
        aria-valuenow={current}
        aria-valuetext={describeBucket(buckets[current] ?? null, interval, zone)}
        onKeyDown={event => {
          const steps: Record<string, number> = {
            ArrowLeft: current - 1,
            ArrowRight: index === null ? current : current + 1,
            ArrowDown: current - 1,
            ArrowUp: current + 1,
            PageUp: current + 10,
            PageDown: current - 10,
            Home: 0,
            End: buckets.length - 1,
          }
          const to = steps[event.key]
          if (event.key === 'Enter') onPick(current)
          if (event.key === 'Escape') {
            setAnchor(null)
            setChosen(null)
          }
          if (to === undefined) return
          event.preventDefault()
          move(to)
        }}
        onFocus={() => setChosen(before => before ?? buckets.length - 1)}
        onBlur={() => setChosen(null)}
        onPointerLeave={() => setChosen(null)}
        onPointerCancel={() => setAnchor(null)}
      >
        {width > 0 && (
          <TrendDrawing
            buckets={buckets}
            interval={interval}
            zone={zone}
            width={width}
            chosen={index}
            marked={marked}
            dragged={anchor === null || index === null || anchor === index ? null : between(anchor, index)}
            onPoint={move}
            onPress={setAnchor}
            onRelease={release}
          />
        )}
      </div>
    </div>
  )
}
