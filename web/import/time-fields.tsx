import type { Choices } from './import-input.ts'
import type { Suggestion } from './send-file.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

const NAMED = {
  '': 'Detect',
  'day-first': 'Day first: 24/11/2026',
  'month-first': 'Month first: 11/24/2026',
  'unix-seconds': 'Seconds since 1970',
  'unix-milliseconds': 'Milliseconds since 1970',
} as const
const PATTERN = '%d.%m.%Y %H:%M'

interface Props {
  /** Whether a column is a time. Otherwise there is nothing to choose. */
  readonly isDated: boolean
  readonly timezone: string
  readonly timeFormat: string
  /** The time zone of the page, which is offered first. */
  readonly ownZone: string
  /** What the first rows suggest. */
  readonly suggestion: Suggestion | null
  readonly onChange: (changed: Partial<Pick<Choices, 'timezone' | 'timeFormat'>>) => void
}

/** How times of a file are read. */
export function TimeFields({ isDated, timezone, timeFormat, ownZone, suggestion, onChange }: Props) {
  if (!isDated) return null
  const suggested = suggestion?.timeFormat ?? null
  const isPattern = !(timeFormat in NAMED)
  const first = [...new Set(['UTC', ownZone, timezone])]
  return (
    <>
      <label className="field">
        Time zone of times without an offset
        <select value={timezone} onChange={event => onChange({ timezone: event.target.value })}>
          {[...first, ...ZONES.filter(name => !first.includes(name))].map(name => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        Format of times
        <select
          value={isPattern ? 'pattern' : timeFormat}
          onChange={event => onChange({ timeFormat: event.target.value === 'pattern' ? PATTERN : event.target.value })}
        >
          {Object.entries(NAMED).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
          <option value="pattern">A pattern</option>
        </select>
      </label>
      {suggested !== null && (
        <p className="small suggestion">
          The first rows show times with the {suggested === 'day-first' ? 'day' : 'month'} first.{' '}
          {suggested !== timeFormat && (
            <button type="button" className="link-button" onClick={() => onChange({ timeFormat: suggested })}>
              Use this format
            </button>
          )}
        </p>
      )}
      {isPattern && (
        <label className="field">
          Pattern of times, as in strptime
          <input value={timeFormat} onChange={event => onChange({ timeFormat: event.target.value || ' ' })} />
        </label>
      )}
    </>
  )
}
