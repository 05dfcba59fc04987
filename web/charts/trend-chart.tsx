import { useState } from 'react'
import { BucketReadout } from './bucket-readout.tsx'
import { describeBucket } from './describe-bucket.ts'
import type { TrendProps } from './trend-bucket.ts'
import { TrendDrawing } from './trend-drawing.tsx'
import { useWidth } from './use-width.ts'
import './trend-chart.css'

/** Net sentiment with its band above, the labels stacked by bucket below. The pointer and arrow keys select a bucket. */
export function TrendChart({ buckets, interval, zone }: TrendProps) {
  const { ref, width } = useWidth()
  const [chosen, setChosen] = useState<number | null>(null)
  const index = chosen === null ? null : Math.min(chosen, buckets.length - 1)
  const bucket = index === null ? undefined : buckets[index]
  const move = (to: number) => setChosen(Math.max(0, Math.min(buckets.length - 1, to)))
  const current = index ?? buckets.length - 1

  return (
    <div className="trend">
      <BucketReadout bucket={bucket ?? null} interval={interval} zone={zone} />
      {/* Only with the role of a slider does a screen reader step through values by arrow keys and read each. */}
      <div
        ref={ref}
        className="trend-chart"
        role="slider"
        tabIndex={0}
        aria-label="Trend, one step for each bucket"
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
          if (event.key === 'Escape') setChosen(null)
          if (to === undefined) return
          event.preventDefault()
          move(to)
        }}
        onFocus={() => setChosen(before => before ?? buckets.length - 1)}
        onBlur={() => setChosen(null)}
        onPointerLeave={() => setChosen(null)}
      >
        {width > 0 && (
          <TrendDrawing
            buckets={buckets}
            interval={interval}
            zone={zone}
            width={width}
            chosen={index}
            onChoose={move}
          />
        )}
      </div>
    </div>
  )
}
