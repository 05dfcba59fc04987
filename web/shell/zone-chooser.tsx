import { useView } from './use-view.ts'

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const ZONES = Intl.supportedValuesOf('timeZone')

/** Chooses the time zone that days begin in. */
export function ZoneChooser() {
  const { zone, change } = useView()
  const first = [...new Set(['UTC', OWN_ZONE, zone])]
  return (
    <label>
      <span className="visually-hidden">Time zone</span>
      <select className="zone-chooser" value={zone} onChange={event => change({ zone: event.target.value })}>
        {[...first, ...ZONES.filter(name => !first.includes(name))].map(name => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
