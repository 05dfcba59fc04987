import { Legend } from '../charts/legend.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import { TrendTable } from '../charts/trend-table.tsx'
import { INTERVALS, type Interval } from '../time/interval.ts'
import type { EntityData } from './entity-query.ts'

const NAMES: Record<Interval, string> = { HOUR: 'Hours', DAY: 'Days', WEEK: 'Weeks', MONTH: 'Months' }

interface Props {
  readonly trend: EntityData['trend']
  readonly interval: Interval
  /** Whether the user chose the interval. Otherwise it follows the time range. */
  readonly isChosen: boolean
  readonly onInterval: (interval: Interval | null) => void
  readonly zone: string
}

export function TrendSection({ trend, interval, isChosen, onInterval, zone }: Props) {
  const buckets = (trend ?? []).map(({ start, end, isPartial, isSpike, usualVolume, summary }) => ({
    start,
    end,
    isPartial,
    isSpike,
    usualVolume,
    counts: summary.counts,
    netSentiment: summary.netSentiment,
  }))
  return (
    <section className="panel panel-body trend-section" aria-labelledby="trend-title">
      <div className="section-head">
        <h2 id="trend-title">Net sentiment over time</h2>
        <fieldset className="choices">
          <legend className="visually-hidden">Interval</legend>
          {INTERVALS.map(name => (
            <label key={name}>
              <input
                type="radio"
                name="interval"
                checked={name === interval}
                onChange={() => onInterval(name)}
                // Choosing the same interval again lets it follow the time range.
                onClick={() => isChosen && name === interval && onInterval(null)}
              />
              <span>{NAMES[name]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {buckets.length === 0 ? (
        <p className="no-data">no data</p>
      ) : (
        <>
          <TrendChart buckets={buckets} interval={interval} zone={zone} />
          <Legend />
          <TrendTable buckets={buckets} interval={interval} zone={zone} />
        </>
      )}
    </section>
  )
}
