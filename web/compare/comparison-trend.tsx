import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { tickIndexes } from '../charts/axis-ticks.ts'
import { sentimentDomain } from '../charts/sentiment-domain.ts'
import { TICK_WIDTH } from '../charts/tick-width.ts'
import { useWidth } from '../charts/use-width.ts'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { known } from '../numbers/estimate.ts'
import { formatSigned, formatTickValue } from '../numbers/format-number.ts'
import { formatBucket, formatTick } from '../time/format-instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Comparison } from './compare-query.ts'
import { SeriesMark, seriesClass, seriesDash, seriesShape } from './series-mark.tsx'

const HEIGHT = 260
const MARGIN = { left: 44, right: 12, top: 10, bottom: 28 } as const

interface Props {
  readonly items: Comparison['items']
  readonly interval: Interval
  readonly zone: string
}

/** Net sentiment of each entity over time. Intervals would hide each other, so only the table below has them. */
export function ComparisonTrend({ items, interval, zone }: Props) {
  const { ref, width } = useWidth()
  const starts = [...new Set(items.flatMap(({ entity }) => (entity.trend ?? []).map(({ start }) => start)))].sort()
  const [first = '', last = ''] = [starts[0], starts.at(-1)]
  const x = scaleLinear(
    [Date.parse(first), Math.max(Date.parse(last), Date.parse(first) + 1)],
    [MARGIN.left, width - MARGIN.right],
  )
  const values = items.flatMap(({ entity }) =>
    (entity.trend ?? []).flatMap(({ summary }) => summary.netSentiment.value ?? []),
  )
  const y = scaleLinear(sentimentDomain(values), [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4)
  const ticks = tickIndexes(starts.length, width - MARGIN.left - MARGIN.right, TICK_WIDTH[interval])

  return (
    <section className="panel panel-body" aria-labelledby="compare-trend-title">
      <h2 id="compare-trend-title">Net sentiment over time</h2>
      <div ref={ref} className="compare-trend">
        {width > 0 && starts.length > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label="Net sentiment over time. The table below has the figures."
          >
            {y.ticks(4).map(value => (
              <g key={value}>
                <line
                  className={value === 0 ? 'trend-zero' : 'trend-grid'}
                  x1={MARGIN.left}
                  x2={width - MARGIN.right}
                  y1={y(value)}
                  y2={y(value)}
                />
                <text className="trend-tick" x={MARGIN.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
                  {formatTickValue(value)}
                </text>
              </g>
            ))}
            {ticks.map((index, order) => (
              <text
                key={starts[index]}
                className="trend-tick"
                x={x(Date.parse(starts[index] ?? first))}
                y={HEIGHT - 8}
                textAnchor={order === 0 ? 'start' : index === starts.length - 1 ? 'end' : 'middle'}
              >
                {formatTick(starts[index] ?? first, interval, zone, starts[ticks[order - 1] ?? -1] ?? null)}
              </text>
            ))}
            {items.map(({ entity }, index) => {
              const points = (entity.trend ?? []).map(({ start, summary }) => ({
                x: x(Date.parse(start)),
                measured: known(summary.netSentiment),
              }))
              const path = line<(typeof points)[number]>()
                .defined(({ measured }) => measured !== null)
                .x(point => point.x)
                .y(({ measured }) => y(measured?.value ?? 0))(points)
              return (
                <g key={entity.id} className={seriesClass(index)}>
                  <path className="series-line" d={path ?? ''} strokeDasharray={seriesDash(index)} />
                  {points.map(
                    point =>
                      point.measured !== null && (
                        <path
                          key={point.x}
                          className="series-point"
                          d={seriesShape(index)}
                          transform={`translate(${point.x} ${y(point.measured.value)})`}
                        >
                          <title>{`${entity.name}: ${describeEstimate(point.measured, formatSigned)}`}</title>
                        </path>
                      ),
                  )}
                </g>
              )
            })}
          </svg>
        )}
      </div>
      <ul className="legend" aria-label="Entities">
        {items.map(({ entity }, index) => (
          <li key={entity.id}>
            <SeriesMark index={index} />
            {entity.name}
          </li>
        ))}
      </ul>
      <details className="as-table">
        <summary>Show as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a scrolling box must be reachable by keyboard */}
        <section className="table-scroll" tabIndex={0} aria-label="Net sentiment as a table">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Time</th>
                {items.map(({ entity }) => (
                  <th key={entity.id} scope="col">
                    {entity.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {starts.map(start => (
                <tr key={start}>
                  <th scope="row">{formatBucket(start, interval, zone)}</th>
                  {items.map(({ entity }) => {
                    const bucket = entity.trend?.find(other => other.start === start)
                    return (
                      <td key={entity.id}>
                        {bucket === undefined ? 'no data' : describeEstimate(bucket.summary.netSentiment, formatSigned)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  )
}
