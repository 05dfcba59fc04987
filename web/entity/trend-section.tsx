import { Legend } from '../charts/legend.tsx'
import type { BucketChoice } from '../charts/trend-bucket.ts'
import { TrendChart } from '../charts/trend-chart.tsx'
import { TrendTable } from '../charts/trend-table.tsx'
import { describeWrongLabels } from '../numbers/wrong-labels.ts'
import { useAddressParams } from '../shell/use-address-params.ts'
import { useParam } from '../shell/use-param.ts'
import { writeView } from '../shell/view-params.ts'
import { readChosenTime, writeChosenTime } from '../time/chosen-time.ts'
import { INTERVALS, type Interval } from '../time/interval.ts'
import { localDate } from '../time/zone.ts'
import type { EntityData } from './entity-query.ts'

const NAMES: Record<Interval, string> = { HOUR: 'Hours', DAY: 'Days', WEEK: 'Weeks', MONTH: 'Months' }

interface Props {
  readonly trend: EntityData['trend']
  readonly interval: Interval
  /** Whether the user chose the interval. Otherwise it follows the time range. */
  readonly isChosen: boolean
  readonly onInterval: (interval: Interval | null) => void
  readonly zone: string
  readonly reliability: EntityData['reliability']
}

/** The trend of an entity. A bar leads to its tweets, and a drag over several bars to their days. */
export function TrendSection({ trend, interval, isChosen, onInterval, zone, reliability }: Props) {
  const [, setParams] = useAddressParams()
  const [bar, setBar] = useParam('bar')
  const buckets = (trend ?? []).map(({ start, end, isPartial, isSpike, usualVolume, summary }) => ({
    start,
    end,
    isPartial,
    isSpike,
    usualVolume,
    counts: summary.counts,
    netSentiment: summary.netSentiment,
  }))
  const spanOf = ({ first, last }: BucketChoice) => ({
    from: Date.parse(buckets[first]?.start ?? ''),
    to: Date.parse(buckets[last]?.end ?? ''),
  })
  const datesOf = (choice: BucketChoice) => {
    const { from, to } = spanOf(choice)
    return { from: localDate(from, zone), to: localDate(to - 1, zone) }
  }
  const list = (choice: BucketChoice) => {
    setBar(writeChosenTime(spanOf(choice)))
    document.getElementById('tweets-title')?.scrollIntoView({ block: 'start' })
  }
  const zoom = (choice: BucketChoice) => {
    const dates = datesOf(choice)
    const all = datesOf({ first: 0, last: buckets.length - 1 })
    // A range has whole days. Some hours of its only day are listed.
    if (dates.from === all.from && dates.to === all.to) {
      list(choice)
      return
    }
    setParams(before => {
      const after = writeView(before, { range: dates })
      after.delete('interval')
      return after
    })
  }
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
          <TrendChart
            buckets={buckets}
            interval={interval}
            zone={zone}
            marked={choiceWithin(buckets, bar)}
            onPick={index => list({ first: index, last: index })}
            onDrag={zoom}
          />
          <Legend />
          <p className="muted small trend-errors">{describeWrongLabels(reliability)}</p>
          <TrendTable buckets={buckets} interval={interval} zone={zone} />
        </>
      )}
    </section>
  )
}

/** The buckets that the chosen time of the address overlaps. */
function choiceWithin(buckets: readonly { readonly start: string; readonly end: string }[], text: string) {
  const time = readChosenTime(text)
  if (time === null) return null
  const overlaps = ({ start, end }: (typeof buckets)[number]) =>
    Date.parse(end) > time.from && Date.parse(start) < time.to
  const first = buckets.findIndex(overlaps)
  return first < 0 ? null : { first, last: buckets.findLastIndex(overlaps) }
}
