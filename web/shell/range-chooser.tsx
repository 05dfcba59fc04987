import { PRESETS, type Preset, type RangeChoice } from '../time/range.ts'
import { serverClock } from '../time/server-clock.ts'
import { addDays, localDate } from '../time/zone.ts'
import { useView } from './use-view.ts'
import { ZoneChooser } from './zone-chooser.tsx'

const NAMES: Record<Preset, string> = {
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '12m': 'Last 12 months',
  all: 'All time',
}

/** Chooses time range and time zone of the page. `range` is the shown range, also if the address does not name it. */
export function RangeChooser({ range }: { readonly range: RangeChoice }) {
  const { zone, change } = useView()
  const custom = typeof range === 'object' ? range : null
  const words = typeof range === 'object' ? `${range.from} to ${range.to}` : NAMES[range]
  return (
    <>
      <p className="print-only">
        {words}, {zone}
      </p>
      <fieldset className="range-chooser">
        <legend className="visually-hidden">Time</legend>
        <label>
          <span className="visually-hidden">Time range</span>
          <select
            value={custom === null ? String(range) : 'custom'}
            onChange={event => {
              const preset = PRESETS.find(name => name === event.target.value)
              const today = localDate(Date.now() + serverClock.ahead(), zone)
              change({ range: preset ?? { from: addDays(today, -6), to: today } })
            }}
          >
            {PRESETS.map(preset => (
              <option key={preset} value={preset}>
                {NAMES[preset]}
              </option>
            ))}
            <option value="custom">From … to …</option>
          </select>
        </label>
        {custom !== null && (
          <>
            <label>
              <span className="visually-hidden">First day</span>
              <input
                type="date"
                value={custom.from}
                max={custom.to}
                onChange={event =>
                  event.target.value && change({ range: ordered(event.target.value, custom.to) }, true)
                }
              />
            </label>
            <label>
              <span className="visually-hidden">Last day</span>
              <input
                type="date"
                value={custom.to}
                min={custom.from}
                onChange={event =>
                  event.target.value && change({ range: ordered(custom.from, event.target.value) }, true)
                }
              />
            </label>
          </>
        )}
        <ZoneChooser />
      </fieldset>
    </>
  )
}

const ordered = (from: string, to: string) => (from <= to ? { from, to } : { from: to, to: from })
