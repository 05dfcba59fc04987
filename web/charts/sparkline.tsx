import { scaleLinear } from 'd3-scale'
import { formatCount } from '../numbers/format-number.ts'
import type { Span } from '../time/range.ts'
import type { VolumeBucket } from './volume-bucket.ts'
import './sparkline.css'

const HEIGHT = 28
/** Units of the drawing, which is stretched to the available width. */
const WIDTH = 120
const GAP = 0.6

/** Tweets by bucket over a span that all rows share, so that rows can be compared. Partial buckets are paler. */
export function Sparkline({ buckets, span }: { readonly buckets: readonly VolumeBucket[]; readonly span: Span }) {
  const highest = Math.max(0, ...buckets.map(({ total }) => total))
  if (highest === 0 || span.from === null || span.to === null) return <span className="no-data">no data</span>
  const x = scaleLinear([span.from, span.to], [0, WIDTH])
  const y = scaleLinear([0, highest], [0, HEIGHT - 2])
  const words = `Tweets over time: ${buckets.length} bars, at most ${formatCount(highest)} in one`
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line className="sparkline-base" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {buckets
        .filter(({ total }) => total > 0)
        .map(({ start, end, isPartial, total }) => {
          const left = x(Date.parse(start))
          const width = x(Date.parse(end)) - left
          // A bucket with one tweet among thousands stays visible.
          const height = Math.max(1, y(total))
          return (
            <rect
              key={start}
              className={isPartial ? 'sparkline-bar sparkline-partial' : 'sparkline-bar'}
              x={left}
              width={Math.max(0.8, width - GAP)}
              y={HEIGHT - 1 - height}
              height={height}
            />
          )
        })}
    </svg>
  )
}
