import { formatCount } from '../numbers/format-number.ts'
import { formatTick } from '../time/format-instant.ts'
import { tickIndexes } from './axis-ticks.ts'
import { LOOKS } from './labels.ts'
import type { TrendProps } from './trend-bucket.ts'
import { AXIS_TOP, HEIGHT, layOutTrend, MARGIN, SENTIMENT_TOP, VOLUME_TOP } from './trend-layout.ts'

/** Space for one date under the axis. */
const TICK_WIDTH = { HOUR: 124, DAY: 88, WEEK: 88, MONTH: 72 } as const

interface Props extends TrendProps {
  readonly width: number
  readonly chosen: number | null
  readonly onChoose: (index: number) => void
}

/** The drawing of a `TrendChart`, which describes it to screen readers. */
export function TrendDrawing({ buckets, interval, zone, width, chosen, onChoose }: Props) {
  const layout = layOutTrend(buckets, width)
  const right = width - MARGIN.right
  const ticks = tickIndexes(buckets.length, right - MARGIN.left, TICK_WIDTH[interval])
  const chosenPoint = chosen === null ? undefined : layout.points[chosen]

  return (
    <svg
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      onPointerMove={event => {
        const at = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left
        const index = Math.floor((at / Math.max(1, right - MARGIN.left)) * buckets.length)
        if (index >= 0 && index < buckets.length) onChoose(index)
      }}
    >
      {chosen !== null && (
        <rect
          className="trend-cursor"
          x={layout.leftOf(chosen) - 1}
          width={layout.bandwidth + 2}
          y={SENTIMENT_TOP}
          height={AXIS_TOP - SENTIMENT_TOP}
        />
      )}
      <text className="trend-title" x="0" y={VOLUME_TOP - 12}>
        Tweets
      </text>
      {[-1, 0, 1].map(value => (
        <g key={value}>
          <line
            className={value === 0 ? 'trend-zero' : 'trend-grid'}
            x1={MARGIN.left}
            x2={right}
            y1={layout.sentiment(value)}
            y2={layout.sentiment(value)}
          />
          <text className="trend-tick" x={MARGIN.left - 8} y={layout.sentiment(value)} dy="0.32em" textAnchor="end">
            {value > 0 ? `+${value}` : String(value).replace('-', '−')}
          </text>
        </g>
      ))}
      <path className="trend-band" d={layout.band} />
      <path className="trend-line" d={layout.line} />
      {layout.points.map(({ x, measured }, index) => {
        if (measured === null) return null
        const isAlone =
          (layout.points[index - 1]?.measured ?? null) === null && (layout.points[index + 1]?.measured ?? null) === null
        return (
          <g key={buckets[index]?.start} className={buckets[index]?.isPartial ? 'trend-partial' : undefined}>
            {isAlone && (
              <line
                className="trend-whisker"
                x1={x}
                x2={x}
                y1={layout.sentiment(measured.low)}
                y2={layout.sentiment(measured.high)}
              />
            )}
            {(isAlone || buckets.length <= 31) && (
              <circle className="trend-point" cx={x} cy={layout.sentiment(measured.value)} r="3" />
            )}
          </g>
        )
      })}
      {layout.volumeTicks.map(value => (
        <g key={value}>
          <line
            className={value === 0 ? 'trend-zero' : 'trend-grid'}
            x1={MARGIN.left}
            x2={right}
            y1={layout.volume(value)}
            y2={layout.volume(value)}
          />
          <text className="trend-tick" x={MARGIN.left - 8} y={layout.volume(value)} dy="0.32em" textAnchor="end">
            {formatCount(value)}
          </text>
        </g>
      ))}
      {buckets.map(({ start, isSpike, counts }, index) =>
        isSpike === true ? (
          <path
            key={start}
            className="trend-spike"
            d="M-5-9h10l-5 7z"
            transform={`translate(${layout.leftOf(index) + layout.bandwidth / 2} ${layout.volume(counts.total)})`}
          />
        ) : null,
      )}
      {layout.bars.map((bars, index) => (
        <g key={buckets[index]?.start} className={buckets[index]?.isPartial ? 'trend-partial' : undefined}>
          {bars.map(({ label, y, height }) => (
            <rect
              key={label}
              className={`fill-${LOOKS[label].key}`}
              x={layout.leftOf(index)}
              width={layout.bandwidth}
              y={y}
              height={height}
            />
          ))}
        </g>
      ))}
      {chosenPoint?.measured && (
        <circle className="trend-chosen" cx={chosenPoint.x} cy={layout.sentiment(chosenPoint.measured.value)} r="4.5" />
      )}
      {ticks.map((index, order) => {
        const bucket = buckets[index]
        if (bucket === undefined) return null
        const previous = buckets[ticks[order - 1] ?? -1]?.start ?? null
        const x = layout.leftOf(index) + layout.bandwidth / 2
        return (
          <g key={bucket.start}>
            <line className="trend-zero" x1={x} x2={x} y1={AXIS_TOP} y2={AXIS_TOP + 4} />
            <text
              className="trend-tick"
              x={Math.min(x, right - 30)}
              y={AXIS_TOP + 18}
              textAnchor={buckets.length === 1 ? 'middle' : order === 0 ? 'start' : 'middle'}
              dx={order === 0 && buckets.length > 1 ? -4 : 0}
            >
              {formatTick(bucket.start, interval, zone, previous)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
