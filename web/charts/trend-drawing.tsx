import type { PointerEvent } from 'react'
import { formatCount, formatTickValue } from '../numbers/format-number.ts'
import { formatTick } from '../time/format-instant.ts'
import { tickIndexes } from './axis-ticks.ts'
import { LOOKS } from './labels.ts'
import { TICK_WIDTH } from './tick-width.ts'
import type { BucketChoice, TrendProps } from './trend-bucket.ts'
import { AXIS_TOP, HEIGHT, layOutTrend, MARGIN, SENTIMENT_TOP, VOLUME_TOP } from './trend-layout.ts'

const HALF_DATE = 34

interface Props extends TrendProps {
  readonly width: number
  readonly chosen: number | null
  readonly marked: BucketChoice | null
  /** The buckets between a press of the pointer and its current position. */
  readonly dragged: BucketChoice | null
  readonly onPoint: (index: number) => void
  readonly onPress: (index: number) => void
  readonly onRelease: (index: number) => void
}

/** The drawing of a `TrendChart`, which describes it to screen readers. */
export function TrendDrawing(props: Props) {
  const { buckets, interval, zone, width, chosen, marked, dragged, onPoint, onPress, onRelease } = props
  const layout = layOutTrend(buckets, width)
  const right = width - MARGIN.right
  const ticks = tickIndexes(buckets.length, right - MARGIN.left, TICK_WIDTH[interval])
  const chosenPoint = chosen === null ? undefined : layout.points[chosen]
  /** The bucket under the pointer; beside the plot the nearest one, because a drag often ends there. */
  const indexAt = (event: PointerEvent<SVGSVGElement>): number => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left
    const index = Math.floor((at / Math.max(1, right - MARGIN.left)) * buckets.length)
    return Math.max(0, Math.min(buckets.length - 1, index))
  }
  const columns = (name: string, { first, last }: BucketChoice) => (
    <rect
      className={name}
      x={layout.leftOf(first) - 1}
      width={layout.leftOf(last) - layout.leftOf(first) + layout.bandwidth + 2}
      y={SENTIMENT_TOP - 4}
      height={AXIS_TOP - SENTIMENT_TOP + 4}
    />
  )

  return (
    <svg
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      onPointerMove={event => onPoint(indexAt(event))}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        onPress(indexAt(event))
      }}
      onPointerUp={event => onRelease(indexAt(event))}
    >
      {chosen !== null && dragged === null && columns('trend-cursor', { first: chosen, last: chosen })}
      {marked !== null && columns('trend-marked', marked)}
      {dragged !== null && columns('trend-dragged', dragged)}
      <text className="trend-title" x="0" y={SENTIMENT_TOP - 14}>
        Net sentiment
      </text>
      <text className="trend-title" x="0" y={VOLUME_TOP - 14}>
        Tweets
      </text>
      {layout.sentimentTicks.map(value => (
        <g key={value}>
          <line
            className={value === 0 ? 'trend-zero' : 'trend-grid'}
            x1={MARGIN.left}
            x2={right}
            y1={layout.sentiment(value)}
            y2={layout.sentiment(value)}
          />
          <text className="trend-tick" x={MARGIN.left - 8} y={layout.sentiment(value)} dy="0.32em" textAnchor="end">
            {formatTickValue(value)}
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
            <text className="trend-tick" x={x} y={AXIS_TOP + 18} textAnchor={tickAnchor(x, right)}>
              {formatTick(bucket.start, interval, zone, previous)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** A date that would run out of the drawing on a side begins or ends at its tick. */
function tickAnchor(x: number, right: number): 'start' | 'middle' | 'end' {
  if (x < MARGIN.left + HALF_DATE) return 'start'
  return x > right - HALF_DATE ? 'end' : 'middle'
}
